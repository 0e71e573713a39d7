// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Java whose clock a test sets while it runs (libfaketime): the time of day, and not the clock that nobody sets. All other
 * processes keep theirs.
 */
final class FakeClock {
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";
    private static final long SEEN_MILLIS = 2_500;
    /** With the fix forced, which is for old C libraries, every wait of Java would end at once. */
    private static final String JAVA = """
            #!/bin/sh
            export LD_PRELOAD='%s' FAKETIME_TIMESTAMP_FILE='%s' FAKETIME_CACHE_DURATION=1 NO_FAKE_STAT=1
            export FAKETIME_DONT_FAKE_MONOTONIC=1 DONT_FAKE_MONOTONIC=1
            export FAKETIME_FORCE_MONOTONIC_FIX=0
            exec '%s/bin/java' "$@"
            """;

    private final Path home;
    private Duration ahead = Duration.ZERO;

    private FakeClock(Path home) {
        this.home = home;
    }

    /** Empty where libfaketime is not installed. */
    static Optional<Path> installed() throws IOException {
        Path libraries = Path.of("/usr/lib");
        try (Stream<Path> found = Files.list(libraries)) {
            return found.map(each -> each.resolve(LIBRARY))
                    .filter(Files::exists)
                    .findFirst();
        }
    }

    static FakeClock make() throws IOException {
        Path home = Files.createTempDirectory("openbarnahus-java");
        FakeClock clock = new FakeClock(home);
        Path real = Path.of(System.getProperty("java.home"));
        Files.createDirectory(home.resolve("bin"));
        Files.copy(real.resolve("release"), home.resolve("release"));
        Path java = home.resolve("bin/java");
        Files.writeString(java, JAVA.formatted(installed().orElseThrow(), clock.file(), real));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        clock.write();
        return clock;
    }

    /** In place of a JDK's directory. */
    Path javaHome() {
        return home;
    }

    /** What the product takes for now. */
    Instant now() {
        return Instant.now().plus(ahead);
    }

    /** Returns when the product must have seen it. */
    void set(Duration aheadOfTheMachine) throws IOException, InterruptedException {
        ahead = aheadOfTheMachine;
        write();
        Thread.sleep(SEEN_MILLIS);
    }

    /** As a whole: half a file would be another time. */
    private void write() throws IOException {
        Path next = home.resolve("next");
        Files.writeString(next, "%+d".formatted(ahead.toSeconds()));
        Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file() {
        return home.resolve("ahead");
    }
}
