// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the build of the distribution calls: {@code bill HOME LOCAL-REPOSITORY SOURCES TIME [renew]} reviews what lies in HOME and
 * writes its bill of materials there; {@code pack HOME ARCHIVE TIME} packs it. Exit codes: 0 fine, 1 something is wrong, 2 wrong use.
 */
final class Main {
    static final int FINE = 0;
    static final int WRONG = 1;
    static final int USAGE = 2;
    private static final String ENDING = ".tar.gz";

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(System.err, arguments));
    }

    static int run(PrintStream err, String... arguments) throws IOException {
        List<String> words = List.of(arguments);
        if (words.size() >= 5 && words.getFirst().equals("bill")) {
            return bill(err, words);
        }
        if (words.size() == 4 && words.getFirst().equals("pack")) {
            Path target = Path.of(words.get(2));
            String top = target.getFileName().toString().replace(ENDING, "");
            new Archive(Path.of(words.get(1)), top, Instant.parse(words.get(3))).write(target);
            return FINE;
        }
        err.println("usage: bill HOME LOCAL-REPOSITORY SOURCES TIME [renew] | pack HOME ARCHIVE TIME");
        return USAGE;
    }

    private static int bill(PrintStream err, List<String> words) throws IOException {
        Path home = Path.of(words.get(1));
        Repository repository = new Repository(Path.of(words.get(2)));
        Path sources = Path.of(words.get(3)).toAbsolutePath().normalize();
        Ours ours = new Ours(sources);
        List<Part> files = Distribution.read(home);
        if (words.getLast().equals("renew")) {
            new Renewal(Pins.read(sources), repository, ours).of(files).write(sources);
        }
        Pins pins = Pins.read(sources);
        Review review = new Review(pins, repository, ours);
        List<String> wrong = new ArrayList<>(review.of(files));
        wrong.addAll(Advisories.read(sources).against(Bill.everything(review.parts())));
        Files.writeString(home.resolve(Bill.FILE), new Bill(pins, words.get(4)).of(review.parts()));
        wrong.forEach(line -> err.println("supply: " + line));
        if (!wrong.isEmpty()) {
            err.println(
                    "supply: what is shipped is not what was reviewed. After a deliberate update: ./hub build --pins, and look"
                            + " at the difference (docs/auditor/supply-chain.md)");
        }
        return wrong.isEmpty() ? FINE : WRONG;
    }
}
