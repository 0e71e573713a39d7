// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The same files give the same archive, whoever packs them, where and when. */
public class ArchiveTest {
    private static final String TIME = "2026-01-01T00:00:00Z";
    private static final String LONG = "system/" + "a-name-of-some-length/".repeat(6) + "artifact-1.0.jar";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void sameFilesInAnotherOrderAtAnotherTimeAreTheSameBytes() throws IOException {
        Path one = files("one", List.of("bin/hub", "etc/b.cfg", "etc/a.cfg", LONG));
        Path other = files("other", List.of(LONG, "etc/a.cfg", "etc/b.cfg", "bin/hub"));
        Files.setLastModifiedTime(other.resolve("etc/a.cfg"), FileTime.fromMillis(1));
        assertArrayEquals(pack(one), pack(other));
    }

    @Test
    public void isReadAsWhatItHolds() throws IOException {
        List<String> lines = read(pack(files("one", List.of("etc/a.cfg", "bin/hub", LONG))));
        assertEquals("0000755 5 product-1/bin/", lines.get(0));
        assertEquals("0000755 0 product-1/bin/hub = bin/hub", lines.get(1));
        assertEquals("0000644 0 product-1/etc/a.cfg = etc/a.cfg", lines.get(3));
        assertEquals("0000644 0 product-1/" + LONG + " = " + LONG, lines.getLast());
    }

    @Test
    public void aNameThatDoesNotFitIsRefused() throws IOException {
        Path one = files("one", List.of("x".repeat(101)));
        assertThrows(IllegalStateException.class, () -> pack(one));
    }

    private Path files(String name, List<String> paths) throws IOException {
        Path home = folder.getRoot().toPath().resolve(name);
        for (String path : paths) {
            ADistribution.write(home.resolve(path), path.getBytes(StandardCharsets.UTF_8));
        }
        return home;
    }

    private byte[] pack(Path home) throws IOException {
        Path target = folder.getRoot().toPath().resolve("product-1.tar.gz");
        assertEquals(Main.FINE, Main.run(System.err, "pack", home.toString(), target.toString(), TIME));
        return Files.readAllBytes(target);
    }

    /** Mode, type, name and content, as POSIX lays them out; fails when a sum or the time is not right. */
    private static List<String> read(byte[] archive) throws IOException {
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(archive)).readAllBytes();
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (tar[at] != 0) {
            String prefix = text(tar, at + 345, 155);
            String name = (prefix.isEmpty() ? "" : prefix + "/") + text(tar, at, 100);
            int size = Integer.parseInt(text(tar, at + 124, 12), 8);
            int sum = 0;
            for (int i = 0; i < 512; i++) {
                sum += i >= 148 && i < 156 ? ' ' : tar[at + i] & 0xff;
            }
            assertEquals(sum, Integer.parseInt(text(tar, at + 148, 8).strip(), 8));
            assertEquals(
                    "2026-01-01T00:00:00Z",
                    java.time.Instant.ofEpochSecond(Long.parseLong(text(tar, at + 136, 12), 8))
                            .toString());
            String content = new String(tar, at + 512, size, StandardCharsets.UTF_8);
            lines.add(text(tar, at + 100, 8) + " " + (char) tar[at + 156] + " " + name
                    + (size == 0 ? "" : " = " + content));
            at += 512 + (size + 511) / 512 * 512;
        }
        return lines;
    }

    private static String text(byte[] tar, int from, int length) {
        String field = new String(tar, from, length, StandardCharsets.UTF_8);
        int end = field.indexOf('\0');
        return end < 0 ? field : field.substring(0, end);
    }
}
