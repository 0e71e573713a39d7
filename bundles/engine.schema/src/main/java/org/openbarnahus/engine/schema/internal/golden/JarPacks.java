// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.golden;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;

/** Packs inside our own bundles, for a check that runs without OSGi. */
public final class JarPacks {
    private static final Pattern JAR = Pattern.compile("org\\.openbarnahus\\..*\\.jar");
    private static final Pattern ENTRY = Pattern.compile("OB-INF/([^/]+)/(.+[^/])");

    private JarPacks() {}

    /** Packs in the jars of the class path whose names begin with {@code org.openbarnahus.}. */
    public static List<PackFiles> onClassPath(String classPath) throws IOException {
        List<PackFiles> packs = new ArrayList<>();
        for (String element : classPath.split(File.pathSeparator)) {
            File file = new File(element);
            if (JAR.matcher(file.getName()).matches() && file.isFile()) {
                packs.addAll(in(file));
            }
        }
        return packs;
    }

    private static List<PackFiles> in(File file) throws IOException {
        Map<String, Map<String, byte[]>> byFolder = new TreeMap<>();
        try (JarFile jar = new JarFile(file)) {
            for (JarEntry entry : jar.stream().toList()) {
                Matcher match = ENTRY.matcher(entry.getName());
                if (match.matches()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        byFolder.computeIfAbsent(match.group(1), f -> new TreeMap<>())
                                .put(match.group(2), in.readNBytes(PackFiles.LARGEST_FILE + 1));
                    }
                }
            }
        }
        return byFolder.entrySet().stream()
                .map(e -> PackFiles.of("jar:" + file.getName(), e.getKey(), e.getValue()))
                .toList();
    }
}
