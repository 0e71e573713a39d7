// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The texts in compiled classes, as the Java Virtual Machine Specification lays them out (4.4). */
final class Constants {
    private static final int HEAD = 8;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int STRING = 8;
    private static final int METHOD_HANDLE = 15;
    private static final Set<Integer> TWO_BYTES = Set.of(7, STRING, 16, 19, 20);

    private Constants() {}

    /** Texts of the classes below a folder that use regular expressions at all. */
    static Set<String> besidePatterns(Path classes) throws IOException {
        Set<String> texts = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                texts.addAll(besidePatterns(Files.readAllBytes(file)));
            }
        }
        return texts;
    }

    private static Set<String> besidePatterns(byte[] file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, HEAD, file.length - HEAD));
        int count = in.readUnsignedShort();
        String[] utf8 = new String[count];
        int[] strings = new int[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                utf8[i] = in.readUTF();
            } else if (TWO_BYTES.contains(tag)) {
                int index = in.readUnsignedShort();
                strings[i] = tag == STRING ? index : 0;
            } else if (tag == METHOD_HANDLE) {
                in.skipBytes(3);
            } else if (tag == LONG || tag == DOUBLE) {
                in.skipBytes(HEAD);
                i++;
            } else {
                in.skipBytes(4);
            }
        }
        Set<String> texts = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (int i = 1; i < count; i++) {
            if (utf8[i] != null) {
                names.add(utf8[i]);
            }
            if (strings[i] > 0) {
                texts.add(utf8[strings[i]]);
            }
        }
        boolean uses = Stream.of("java/util/regex/Pattern", "matches", "replaceAll", "replaceFirst", "split")
                .anyMatch(names::contains);
        return uses ? texts : Set.of();
    }
}
