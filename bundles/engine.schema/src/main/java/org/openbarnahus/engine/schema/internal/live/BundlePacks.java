// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds packs in started bundles: every {@code OB-INF/<code>/pack.yaml}. No header is needed. */
final class BundlePacks extends BundleTracker<List<String>> {
    private static final Logger LOG = LoggerFactory.getLogger(BundlePacks.class);
    private static final String ROOT = "OB-INF/";

    private final PackQueue queue;

    BundlePacks(BundleContext context, PackQueue queue) {
        super(context, Bundle.ACTIVE, null);
        this.queue = queue;
    }

    /** Codes of the packs in the bundle; null leaves the bundle untracked. */
    @Override
    public @Nullable List<String> addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        List<String> folders = folders(bundle);
        for (String folder : folders) {
            queue.put(PackFiles.of(source(bundle), folder, files(bundle, ROOT + folder + "/")));
        }
        return folders.isEmpty() ? null : folders;
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, List<String> folders) {
        folders.forEach(folder -> queue.remove(source(bundle), folder));
    }

    private static String source(Bundle bundle) {
        return "bundle:" + bundle.getSymbolicName();
    }

    private static List<String> folders(Bundle bundle) {
        Enumeration<String> paths = bundle.getEntryPaths(ROOT);
        if (paths == null) {
            return List.of();
        }
        return Collections.list(paths).stream()
                .filter(p -> p.endsWith("/") && bundle.getEntry(p + "pack.yaml") != null)
                .map(p -> p.substring(ROOT.length(), p.length() - 1))
                .sorted()
                .toList();
    }

    private static Map<String, byte[]> files(Bundle bundle, String root) {
        Map<String, byte[]> files = new TreeMap<>();
        Enumeration<URL> entries = bundle.findEntries(root, "*", true);
        for (URL url : entries == null ? List.<URL>of() : Collections.list(entries)) {
            String path = url.getPath().substring(url.getPath().indexOf(root) + root.length());
            if (!path.isEmpty() && !path.endsWith("/") && files.size() <= PackFiles.MOST_FILES) {
                files.put(path, read(url));
            }
        }
        return files;
    }

    /** The content, or one byte more than is allowed, which the reader refuses. */
    private static byte[] read(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readNBytes(PackFiles.LARGEST_FILE + 1);
        } catch (IOException e) {
            LOG.warn("cannot read {}", url.getPath());
            return new byte[0];
        }
    }
}
