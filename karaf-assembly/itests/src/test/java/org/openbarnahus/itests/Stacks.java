// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process that does not answer is doing: for the message of a test that gave up, where nobody can look later. */
final class Stacks {
    private static final int FRAMES = 16;
    private static final int THREADS = 12;
    /** Waits of our own that are no trouble. */
    private static final List<String> IDLE = List.of("OutboxPublisher.awaitNews", "AuditQueue.take(");

    private Stacks() {}

    /** The stacks that run through our code or the database's, shortened. */
    static String of(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "Thread.print")
                .redirectErrorStream(true)
                .start();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Stream.of(all.split("\n\n", -1))
                .filter(stack -> stack.contains("org.openbarnahus.") || stack.contains("org.h2."))
                .filter(stack -> IDLE.stream().noneMatch(stack::contains))
                .limit(THREADS)
                .map(stack -> stack.lines().limit(FRAMES).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }
}
