// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process that does not answer is doing: for the message of a test that gave up, where nobody can look later. */
final class Stacks {
    private static final int FRAMES = 16;
    private static final int THREADS = 12;
    private static final long PRINTING_MILLIS = 3_000;
    /** Waits of our own that are no trouble. */
    private static final List<String> IDLE = List.of("OutboxPublisher.awaitNews", "AuditQueue.take(");

    private Stacks() {}

    /**
     * The stacks that run through our code or the database's, shortened.
     *
     * @param console where the process writes what it prints: Java answers a QUIT there, and nothing else may attach
     */
    static String of(long pid, Path console) throws IOException, InterruptedException {
        long before = Files.size(console);
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
        Thread.sleep(PRINTING_MILLIS);
        String all = Files.readString(console).substring((int) before);
        return Stream.of(all.split("\n\n", -1))
                .filter(stack -> stack.contains("org.openbarnahus.") || stack.contains("org.h2."))
                .filter(stack -> IDLE.stream().noneMatch(stack::contains))
                .limit(THREADS)
                .map(stack -> stack.lines().limit(FRAMES).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }
}
