// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A folder as tar.gz (POSIX ustar), the same bytes for the same files: sorted, one time, no owner, and executable is what lies
 * in {@code bin}.
 */
final class Archive {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;
    private static final int CHECKSUM = 148;
    private static final String EXECUTABLE = "0000755";
    private static final String READABLE = "0000644";

    private final Path home;
    private final String top;
    private final String time;

    Archive(Path home, String top, Instant time) {
        this.home = home;
        this.top = top;
        this.time = String.format("%011o", time.getEpochSecond());
    }

    void write(Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(home)) {
            files = all.filter(file -> !file.equals(home))
                    .sorted(java.util.Comparator.comparing(this::name))
                    .toList();
        }
        try (OutputStream out =
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(target)), BLOCK * 16)) {
            for (Path file : files) {
                add(out, file);
            }
            out.write(new byte[2 * BLOCK]);
        }
    }

    private void add(OutputStream out, Path file) throws IOException {
        if (Files.isDirectory(file)) {
            out.write(header(name(file), EXECUTABLE, 0, '5'));
            return;
        }
        byte[] content = Files.readAllBytes(file);
        out.write(header(
                name(file), home.relativize(file).startsWith("bin") ? EXECUTABLE : READABLE, content.length, '0'));
        out.write(content);
        out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private String name(Path file) {
        return top + "/" + home.relativize(file).toString().replace('\\', '/') + (Files.isDirectory(file) ? "/" : "");
    }

    private byte[] header(String path, String mode, int size, char type) {
        // a long name is cut at a slash: what stands before it goes into a field at the end
        int cut = path.length() <= NAME ? -1 : path.indexOf('/', path.length() - NAME - 1);
        if (cut > PREFIX || path.length() - cut - 1 > NAME) {
            throw new IllegalStateException("too long for an archive: " + path);
        }
        byte[] header = new byte[BLOCK];
        put(header, 0, path.substring(cut + 1));
        put(header, 100, mode);
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, String.format("%011o", size));
        put(header, 136, time);
        put(header, CHECKSUM, "        ");
        put(header, 156, String.valueOf(type));
        put(header, 257, "ustar");
        put(header, 263, "00");
        put(header, 345, cut < 0 ? "" : path.substring(0, cut));
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, CHECKSUM, String.format("%06o", sum));
        header[CHECKSUM + 6] = 0;
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
