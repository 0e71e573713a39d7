// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.openbarnahus.engine.schema.internal.pack.PackFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the deployer's folder of packs. Looks again at every {@link #poll()}, because file system events get lost on network
 * and container mounts. A folder is read when two looks in a row found it the same, so that one being copied is not read half.
 */
final class FolderPacks {
    private static final Logger LOG = LoggerFactory.getLogger(FolderPacks.class);

    private final Path root;
    private final PackQueue queue;
    /** What the last look saw, by folder name. */
    private Map<String, String> seen = Map.of();
    /** What was read, by folder name. */
    private final Map<String, String> read = new HashMap<>();

    FolderPacks(Path root, PackQueue queue) {
        this.root = root;
        this.queue = queue;
    }

    /** Reads what is there at the start without waiting: nobody copies while the product starts. */
    void first() {
        seen = look();
        poll();
    }

    /** Looks at the folder and hands on what has changed and come to rest. */
    void poll() {
        Map<String, String> now = look();
        Set<String> gone = new HashSet<>(read.keySet());
        gone.removeAll(now.keySet());
        gone.forEach(folder -> {
            read.remove(folder);
            queue.remove(source(folder), folder);
        });
        now.forEach((folder, print) -> {
            if (print.equals(seen.get(folder)) && !print.equals(read.get(folder))) {
                load(folder).ifPresent(files -> {
                    read.put(folder, print);
                    queue.put(files);
                });
            }
        });
        seen = now;
    }

    private static String source(String folder) {
        return "folder:" + folder;
    }

    /** Fingerprint of every pack folder: names, sizes and times of its files. */
    private Map<String, String> look() {
        Map<String, String> prints = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            return prints;
        }
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(f ->
                            Files.isDirectory(f) && isPackName(f.getFileName().toString()))
                    .forEach(f -> fingerprint(f)
                            .ifPresent(p -> prints.put(f.getFileName().toString(), p)));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("cannot list the folder of packs; what was read before stays");
            return seen;
        }
        return prints;
    }

    /** Leaves out hidden folders and those that tools use while they copy. */
    private static boolean isPackName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,40}");
    }

    private static Optional<String> fingerprint(Path folder) {
        StringBuilder print = new StringBuilder();
        try {
            for (Path file : PackFolder.files(folder)) {
                BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
                print.append(folder.relativize(file))
                        .append('|')
                        .append(a.size())
                        .append('|');
                print.append(a.lastModifiedTime().toMillis())
                        .append('|')
                        .append(a.fileKey())
                        .append('\n');
            }
            return Optional.of(print.toString());
        } catch (IOException e) {
            return Optional.of("unreadable " + print.length()); // vanishes while we look: the next look sees it at rest
        }
    }

    private Optional<PackFiles> load(String name) {
        try {
            return Optional.of(PackFolder.read(root.resolve(name), source(name)));
        } catch (IOException e) {
            LOG.warn("cannot read the pack folder {}; what ran before stays", name);
            return Optional.empty();
        }
    }
}
