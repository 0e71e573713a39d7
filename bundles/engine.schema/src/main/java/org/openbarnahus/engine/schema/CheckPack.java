// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openbarnahus.engine.schema.internal.golden.JarPacks;
import org.openbarnahus.engine.schema.internal.golden.PackCheck;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.openbarnahus.engine.schema.internal.pack.PackFolder;
import org.openbarnahus.engine.schema.internal.pack.PackHead;

/**
 * Checks a pack folder without starting the product: {@code CheckPack DIR [--packs DIR] [--core DIR]…}. Composes it with the
 * packs in the folder after {@code --packs} (without it: {@code schemas} here, else the folders beside the pack, else
 * {@code schemas} beside it, else the packs in the jars of the class path) and with each single pack after {@code --core},
 * and runs its example cases. Prints
 * {@code file:line:column: problem -> cure} a line. Ends with 0 when the pack is fine, else with 2.
 */
final class CheckPack {
    private static final String USAGE = "usage: check-pack DIR [--packs DIR] [--core DIR]...";
    private static final int FINE = 0;
    private static final int WRONG = 2;

    private final PrintStream out;
    private final List<Path> others = new ArrayList<>();
    private Path folder = Path.of("");
    private Path packs = Path.of("");

    private CheckPack(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    /** Does the work of {@link #main} and gives back the exit code. */
    public static int run(List<String> arguments, PrintStream out) {
        CheckPack check = new CheckPack(out);
        if (!check.understand(arguments)) {
            out.println(USAGE);
            return WRONG;
        }
        try {
            return check.check();
        } catch (IOException e) {
            out.println(check.folder + ": cannot be read -> check the path and its permissions");
            return WRONG;
        }
    }

    private boolean understand(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean option = argument.equals("--packs") || argument.equals("--core");
            if (option && ++i == arguments.size() || !option && argument.startsWith("-")) {
                return false;
            }
            Path path = Path.of(arguments.get(i)).toAbsolutePath().normalize();
            switch (argument) {
                case "--packs" -> packs = path;
                case "--core" -> others.add(path);
                default -> {
                    if (!folder.equals(Path.of(""))) {
                        return false;
                    }
                    folder = path;
                }
            }
        }
        return !folder.equals(Path.of(""));
    }

    private int check() throws IOException {
        List<PackFiles> all = new ArrayList<>();
        for (Path other : others) {
            all.add(PackFolder.read(other, "folder:" + other));
        }
        all.addAll(foundPacks());
        PackCheck.Result result = PackCheck.check(PackFolder.read(folder, "folder:" + folder), all);
        result.problems()
                .forEach(p -> out.println(folder.resolve(p.place().file()) + ":"
                        + p.place().line() + ":" + p.place().column() + ": " + p.problem() + " -> " + p.cure()));
        if (result.problems().isEmpty()) {
            PackHead head = result.pack().orElseThrow().head();
            out.println(
                    "pack " + head.code() + " " + head.version() + " is fine; example cases run: " + result.cases());
            return FINE;
        }
        out.println(result.problems().size() + " problem(s)");
        return WRONG;
    }

    private List<PackFiles> foundPacks() throws IOException {
        if (!packs.equals(Path.of(""))) {
            return packsIn(packs);
        }
        Path parent = folder.resolveSibling("");
        for (Path candidate : List.of(Path.of("schemas").toAbsolutePath(), parent, folder.resolveSibling("schemas"))) {
            if (Files.isRegularFile(candidate.resolve("core").resolve("pack.yaml"))) {
                return packsIn(candidate);
            }
        }
        return JarPacks.onClassPath(System.getProperty("java.class.path", ""));
    }

    private static List<PackFiles> packsIn(Path directory) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(directory)) {
            folders = children.filter(c -> Files.isRegularFile(c.resolve("pack.yaml")))
                    .sorted()
                    .toList();
        }
        List<PackFiles> packs = new ArrayList<>();
        for (Path each : folders) {
            packs.add(PackFolder.read(each, "folder:" + each));
        }
        return packs;
    }
}
