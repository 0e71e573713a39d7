// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** Cold start, warm start, reconfiguration: the same answer each time, and one open port. */
public class StartIT {
    private static final int STARTS = 2;
    private static final String WEB_SETTINGS = "org.openbarnahus.auth.web.cfg";
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    /** As KeyService makes them, in a file of settings: nothing else of ours has 256 bits in hex after an equals sign. */
    private static final Pattern SECRET = Pattern.compile("(?i)password\\W{1,8}[0-9a-f]{64}");

    @Test
    public void answersAfterAColdAndAWarmStartAndReconfigurations() throws Exception {
        Path home = Distribution.unpack("start");
        Path data = Files.createDirectories(
                home.resolveSibling("start-data-" + ProcessHandle.current().pid()));
        List<String> software = tree(home);
        List<String> settings = List.of();
        int port = Distribution.freePort();
        int other = Distribution.freePort();
        for (int start = 0; start < STARTS; start++) {
            Path clock = Files.createDirectories(data.resolveSibling("start-clock"));
            Map<String, String> environment = Map.of("PATH", clock + ":" + System.getenv("PATH"));
            try (Hub hub = new Hub(home, data, environment)) {
                timeService(clock, start == 0 ? "yes" : "no");
                if (start == 1) {
                    settings = settings(data);
                    assertFalse(settings.isEmpty());
                }
                hub.start(port);
                assertEquals(start != 0, hub.said().contains("WRONG clock: no time service sets it"));
                hub.run(3, "admin", "doctor"); // no country is set
                assertTrue(hub.said(), hub.said().contains(start == 0 ? "ok    clock" : "WRONG clock"));
                assertEquals(Set.of(port), hub.listening());
                changePort(data, port, other);
                Client.ready(data, other);
                assertEquals(Set.of(other), hub.listening());
                changePort(data, other, port);
                Client.ready(data, port);
            }
        }
        assertEquals("the distribution is read-only", software, tree(home));
        assertEquals("settings are the operator's", settings, settings(data));
        assertNothingIsReadableByOthers(data);
        assertEquals("not in docs/deployer/files.md", List.of(), notInTheInventory(data));
        assertEquals(List.of(), passwordsInTheClear(data));
        assertFalse(
                "errors in the log",
                Files.readString(data.resolve("log/openbarnahus.log")).contains("\"level\":\"ERROR\""));
    }

    /** Says what that of systemd would say. */
    private static void timeService(Path folder, String synchronised) throws IOException {
        Path command = folder.resolve("timedatectl");
        Files.writeString(command, "#!/bin/sh\necho " + synchronised + "\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    }

    /** Files of which no row of the operators' page speaks. */
    private static List<String> notInTheInventory(Path data) throws IOException {
        Path page = Path.of("../../docs/deployer/files.md");
        List<PathMatcher> known = Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> NAME.matcher(line.split("\\|", -1)[1]).results())
                .map(name -> FileSystems.getDefault().getPathMatcher("glob:" + name.group(1)))
                .toList();
        assertTrue(page.toString(), known.size() > 20);
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(data::relativize)
                    .filter(file -> known.stream().noneMatch(each -> each.matches(file)))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static void changePort(Path data, int from, int to) throws IOException {
        Path file = data.resolve("etc").resolve(WEB_SETTINGS);
        String before = Files.readString(file);
        assertTrue(before, before.contains("port = " + from));
        Files.writeString(file, before.replace("port = " + from, "port = " + to));
    }

    /** Name, size and time of each: who writes a file anew loses it in a power cut, also when it says the same afterwards. */
    private static List<String> tree(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.sorted().map(StartIT::stamped).toList();
        }
    }

    private static String stamped(Path file) {
        try {
            return Files.isDirectory(file)
                    ? file.toString()
                    : file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that nobody but the operator changes after the first start. */
    private static List<String> settings(Path data) throws IOException {
        return tree(data.resolve("etc")).stream()
                .filter(line -> line.contains(".cfg ") && !line.contains(WEB_SETTINGS))
                .toList();
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
        for (String folder : List.of("keys", "log", "audit", "db")) {
            assertOwnersOnly(data.resolve(folder));
        }
    }

    private static void assertOwnersOnly(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                assertTrue(
                        file.toString(),
                        Files.getPosixFilePermissions(file).stream()
                                .allMatch(p -> p.name().startsWith("OWNER_")));
            }
        }
    }
}
