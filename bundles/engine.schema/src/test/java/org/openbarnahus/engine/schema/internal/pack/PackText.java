// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Packs for tests: the real ones of the tree, and a small country whose files a test changes. */
public final class PackText {
    private final String code;
    private final Map<String, byte[]> files = new TreeMap<>();

    private PackText(String code) {
        this.code = code;
    }

    /** A valid country pack of the country XX with one field. */
    public static PackText aCountry() {
        return new PackText("xx")
                .with("pack.yaml", """
                        code: xx
                        version: 0.1.0
                        kind: country
                        country: XX
                        extends: [core]
                        languages: [en]
                        status: draft
                        contact: nobody
                        """)
                .with("fields/case.yaml", """
                        fields:
                          - id: xx.colour
                            on: [case]
                            type: code
                            group: justice
                            list: xx.colour
                            sensitivity: plain
                        """)
                .with("codelists/xx.colour.csv", "code,name\nred,Red\nunknown,Unknown\n")
                .with("codelists/municipality.csv", "code,name\n0001,Onetown\nunknown,Unknown\n")
                .with("i18n/en.properties", "pack.xx=Xland\ncountry.word.service=Barnahus\nfield.xx.colour=Colour\n");
    }

    /** A valid site pack that extends the country of {@link #aCountry()} with one field. */
    public static PackText aSite(String code) {
        return new PackText(code)
                .with("pack.yaml", """
                        code: %s
                        version: 1.0.0
                        kind: site
                        extends: [core]
                        languages: [en]
                        status: draft
                        contact: nobody
                        """.formatted(code))
                .with("fields/case.yaml", """
                        fields:
                          - {id: %s.team, on: [case], type: yes_no_unknown, group: justice, sensitivity: plain}
                        """.formatted(code))
                .with("i18n/en.properties", "pack.%s=House\nfield.%s.team=Team\n".formatted(code, code));
    }

    public PackText with(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public PackText with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    public PackText without(String path) {
        files.remove(path);
        return this;
    }

    public PackText replace(String path, String old, String fresh) {
        String text = new String(files.get(path), StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException("the fixture has no such text");
        }
        return with(path, text.replace(old, fresh));
    }

    public Map<String, byte[]> content() {
        return files;
    }

    public PackFiles from(String source) {
        return PackFiles.of(source, code, files);
    }

    public PackReader.Result read() {
        return PackReader.read(from("folder:" + code));
    }

    /** The pack, which must be right. */
    public Pack pack() {
        return read(from("folder:" + code));
    }

    /** Problems as they are printed, one a line. */
    public String problems() {
        return text(read().problems());
    }

    public static String text(Iterable<PackProblem> problems) {
        return java.util.stream.StreamSupport.stream(problems.spliterator(), false)
                .map(PackProblem::toString)
                .collect(Collectors.joining("\n"));
    }

    /** The folder of the real packs. */
    public static Path schemas() {
        return Path.of("..", "..", "schemas").toAbsolutePath().normalize();
    }

    /** A pack of the tree. */
    public static Pack real(String code) {
        return read(realFiles(code));
    }

    public static PackFiles realFiles(String code) {
        try {
            return PackFolder.read(schemas().resolve(code), "bundle:" + code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pack read(PackFiles files) {
        PackReader.Result result = PackReader.read(files);
        return result.pack().orElseThrow(() -> new AssertionError(text(result.problems())));
    }
}
