// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** Cold start, warm start, reconfiguration: the same answer each time, and one open port. */
public class StartIT {
    private static final int STARTS = 2;
    /** As KeyService makes them, in a file of settings: nothing else of ours has 256 bits in hex after an equals sign. */
    private static final Pattern SECRET = Pattern.compile("(?i)password\\W{1,8}[0-9a-f]{64}");

    @Test
    public void answersAfterAColdAndAWarmStartAndReconfigurations() throws Exception {
        Path home = Distribution.unpack("start");
        Path data = Files.createDirectories(
                home.resolveSibling("start-data-" + ProcessHandle.current().pid()));
        List<String> software = tree(home);
        int port = Distribution.freePort();
        int other = Distribution.freePort();
        for (int start = 0; start < STARTS; start++) {
            try (Hub hub = new Hub(home, data)) {
                hub.start(port);
                assertEquals(Set.of(port), hub.listening());
                changePort(data, port, other);
                Client.ready(data, other);
                assertEquals(Set.of(other), hub.listening());
                changePort(data, other, port);
                Client.ready(data, port);
            }
        }
        assertEquals("the distribution is read-only", software, tree(home));
        assertNothingIsReadableByOthers(data);
        assertEquals(List.of(), passwordsInTheClear(data));
        assertFalse(
                "errors in the log",
                Files.readString(data.resolve("log/openbarnahus.log")).contains(" ERROR "));
    }

    private static void changePort(Path data, int from, int to) throws IOException {
        Path file = data.resolve("etc/org.openbarnahus.auth.web.cfg");
        String before = Files.readString(file);
        assertTrue(before, before.contains("port = " + from));
        Files.writeString(file, before.replace("port = " + from, "port = " + to));
    }

    private static List<String> tree(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    /** Files that hold the password of the key store in the clear: settings that were kept somewhere, for one. */
    private static List<Path> passwordsInTheClear(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> SECRET.matcher(text(file)).find())
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertNothingIsReadableByOthers(Path data) throws IOException {
        Set<PosixFilePermission> top = Files.getPosixFilePermissions(data);
        assertFalse(
                top.contains(PosixFilePermission.OTHERS_EXECUTE) || top.contains(PosixFilePermission.GROUP_EXECUTE));
        try (Stream<Path> files = Files.walk(data.resolve("keys"))) {
            for (Path file : files.toList()) {
                assertTrue(
                        file.toString(),
                        Files.getPosixFilePermissions(file).stream()
                                .allMatch(p -> p.name().startsWith("OWNER_")));
            }
        }
    }
}
