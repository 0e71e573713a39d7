// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own that a test fills up: in memory, mounted by root. */
final class SmallDisk implements AutoCloseable {
    private static final int LARGE = 65_536;
    private static final int SMALL = 512;

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Empty where this process may not mount one. */
    static Optional<SmallDisk> mounted(int megabytes) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("openbarnahus-disk");
        if (run("mount", "-t", "tmpfs", "-o", "mode=755,size=" + megabytes + "m", "tmpfs", place.toString()) != 0) {
            Files.delete(place);
            return Optional.empty();
        }
        return Optional.of(new SmallDisk(place));
    }

    Path place() {
        return place;
    }

    /** To the last block. */
    void fill() throws IOException {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            for (int size : new int[] {LARGE, SMALL}) {
                writeUntilFull(ballast, size);
            }
        }
    }

    private static void writeUntilFull(OutputStream ballast, int size) {
        byte[] nothing = new byte[size];
        try {
            while (true) {
                ballast.write(nothing);
            }
        } catch (IOException full) {
            Thread.onSpinWait();
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return place.resolve("ballast");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        free();
        run("umount", "-l", place.toString());
        Files.deleteIfExists(place);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
