// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small distribution with one of each kind: a library as a file, Karaf's own, a bundle of ours with a jar inside and another
 * library unpacked; beside it the sources and the local repository.
 */
final class ADistribution {
    static final String BUNDLE = "system/org/openbarnahus/org.openbarnahus.x/1/org.openbarnahus.x-1.jar";
    static final String LIBRARY = "system/com/example/library/2.1/library-2.1.jar";
    static final String KARAF = "lib/boot/main-4.4.10.jar";
    static final String STATS = "{\"npmModules\" : {\"@scope/script\": \"1.2.3\", \"lit\": \"3.3.1\"}, \"other\": {}}";

    final Path home;
    final Path sources;
    final Path repository;

    ADistribution(Path folder) throws IOException {
        home = folder.resolve("home");
        sources = folder.resolve("sources");
        repository = folder.resolve("repository");
        byte[] inside = jar(Map.of("in/Side.class", "inside"));
        byte[] library = jar(Map.of(
                "li/Brary.class",
                "library",
                descriptor("org.shaded", "shaded"),
                "version=7\ngroupId=org.shaded\nartifactId=shaded"));
        write(home.resolve(LIBRARY), library);
        write(
                home.resolve(KARAF),
                jar(Map.of(
                        descriptor("org.apache.karaf", "main"),
                        "version=4.4.10\ngroupId=org.apache.karaf\nartifactId=main")));
        bundle(inside, Map.of());
        published("com.example:library:2.1", library);
        published("com.example:inside:1", inside);
        published("com.example:unpacked:3", jar(Map.of("un/Packed.class", "unpacked", "un/Used.class", "unused")));
        write(home.resolve("bin/hub"), bytes("#!/bin/sh\n"));
        write(sources.resolve("bundles/x/src/main/resources/text.txt"), bytes("ours"));
        write(sources.resolve("bundles/x/src/main/resources").resolve(Jar.NPM), bytes(STATS));
        write(
                sources.resolve("bundles/x/target/classpath.txt"),
                bytes(String.join(File.pathSeparator, path("com.example:inside:1"), path("com.example:unpacked:3"))));
        write(sources.resolve(Advisories.FILE), bytes("# looked at 2026-11-23\n"));
    }

    private void published(String name, byte[] jar) throws IOException {
        Coordinates coordinates = Coordinates.parse(name);
        Path file = repository.resolve(coordinates.repositoryPath());
        write(file, jar);
        write(
                file.resolveSibling(coordinates.artifact() + "-" + coordinates.version() + ".pom"),
                bytes("<licenses><license><name>Apache License 2.0</name></license></licenses>"));
    }

    /** Our bundle anew, with such a jar inside and such files beside what it has. */
    void bundle(byte[] inside, Map<String, String> more) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        entries.put("org/openbarnahus/x/Ours.class", "ours".getBytes(StandardCharsets.UTF_8));
        entries.put("text.txt", "ours".getBytes(StandardCharsets.UTF_8));
        entries.put("moved/Packed.class", "unpacked".getBytes(StandardCharsets.UTF_8));
        entries.put("inside-1.jar", inside);
        entries.put(Jar.NPM, STATS.getBytes(StandardCharsets.UTF_8));
        more.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
        write(home.resolve(BUNDLE), zip(entries));
    }

    int run(String... more) throws IOException {
        return run(new ByteArrayOutputStream(), more);
    }

    int run(ByteArrayOutputStream said, String... more) throws IOException {
        List<String> words = new java.util.ArrayList<>(
                List.of("bill", home.toString(), repository.toString(), sources.toString(), "2026-01-01T00:00:00Z"));
        words.addAll(List.of(more));
        return Main.run(new java.io.PrintStream(said, true, StandardCharsets.UTF_8), words.toArray(String[]::new));
    }

    /** Licence of Karaf's jar, whose description is not there: a person writes it down. */
    void knowLicences() throws IOException {
        Path pins = sources.resolve(Pins.FILE);
        Files.writeString(pins, Files.readString(pins).replace("\t?\t", "\tApache-2.0\t"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] jar(Map<String, String> texts) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        texts.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return zip(entries);
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private String path(String coordinates) {
        return repository
                .resolve(Coordinates.parse(coordinates).repositoryPath())
                .toString();
    }

    private static String descriptor(String group, String artifact) {
        return "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                ZipEntry made = new ZipEntry(entry.getKey());
                made.setTime(0);
                zip.putNextEntry(made);
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
