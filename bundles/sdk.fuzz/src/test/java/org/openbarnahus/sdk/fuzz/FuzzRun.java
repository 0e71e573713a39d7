// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code FuzzRun SECONDS -[TARGET]}: each target, or the one, under Jazzer for so long, one after the other, each in a process
 * of its own. Prints a line for each; logs, findings and what was learnt lie in {@code target/fuzz}. Ends with 1 after a
 * finding.
 */
final class FuzzRun {
    private static final Path PLACE = Path.of("target", "fuzz").toAbsolutePath();
    private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
    private static final Pattern REACHED = Pattern.compile("cov: (\\d+)");

    private FuzzRun() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = Integer.parseInt(arguments[0]);
        String wanted = arguments.length > 1 ? arguments[1].substring(1) : "";
        boolean found = false;
        for (String name : Targets.names()) {
            if (wanted.isEmpty() || Targets.simple(name).equals(wanted)) {
                found |= run(name, seconds);
            }
        }
        System.exit(found ? 1 : 0);
    }

    private static boolean run(String name, int seconds) throws IOException, InterruptedException {
        String simple = Targets.simple(name);
        Path learnt = Files.createDirectories(PLACE.resolve("corpus").resolve(simple));
        Path log = PLACE.resolve(simple + ".log");
        int exit = new ProcessBuilder(command(name, seconds, learnt))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        System.out.printf(
                "%-20s %10s executions %6s edges %4d s  %s%n",
                simple,
                last(EXECUTED, said),
                last(REACHED, said),
                seconds,
                exit == 0 ? "nothing found" : "FINDING, see " + log);
        return exit != 0;
    }

    private static List<String> command(String name, int seconds, Path learnt) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-classpath",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + name,
                "--instrumentation_includes=org.openbarnahus.**",
                "--reproducer_path=" + PLACE));
        command.addAll(List.of(
                "-max_total_time=" + seconds,
                "-seed=1",
                "-max_len=4096",
                "-timeout=60",
                "-rss_limit_mb=3000",
                "-print_final_stats=1",
                "-artifact_prefix=" + PLACE + "/" + Targets.simple(name) + "-",
                learnt.toString(),
                Targets.seeds(name).toString()));
        return command;
    }

    private static String last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        String found = "?";
        while (matcher.find()) {
            found = matcher.group(1);
        }
        return found;
    }
}
