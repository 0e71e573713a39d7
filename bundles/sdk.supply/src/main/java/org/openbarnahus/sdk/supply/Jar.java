// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The inside of one jar, read from its bytes.
 *
 * @param sha256 of the file
 * @param entries every file in it by its name, with its SHA-256
 * @param jars the jars in it by their names
 * @param described what Maven's descriptors in it say: the jar itself, and what was shaded into it
 * @param texts of the few files that somebody else reads
 */
record Jar(
        String sha256,
        SortedMap<String, String> entries,
        SortedMap<String, Jar> jars,
        List<Coordinates> described,
        SortedMap<String, String> texts) {
    static final String NPM = "META-INF/VAADIN/config/stats.json";
    static final String MANIFEST = "META-INF/MANIFEST.MF";

    static Jar read(byte[] bytes) throws IOException {
        Jar jar = new Jar(Hash.of(bytes), new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new TreeMap<>());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    jar.add(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return jar;
    }

    private void add(String name, byte[] content) throws IOException {
        entries.put(name, Hash.of(content));
        if (name.endsWith(".jar")) {
            jars.put(name, read(content));
        } else if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
            describe(text(content));
        } else if (name.equals(NPM) || name.equals(MANIFEST)) {
            texts.put(name, text(content));
        }
    }

    private void describe(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        described.add(new Coordinates(
                properties.getProperty("groupId", ""),
                properties.getProperty("artifactId", ""),
                properties.getProperty("version", ""),
                ""));
    }

    private static String text(byte[] content) {
        return new String(content, java.nio.charset.StandardCharsets.UTF_8);
    }
}
