// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code hub admin audit-verify DUMP CHECKPOINTS KEY}. Exit codes: 0 valid, 1 not valid, 2 wrong usage or unreadable. */
final class Main {
    static final int VALID = 0;
    static final int NOT_VALID = 1;
    static final int WRONG = 2;

    private Main() {}

    public static void main(String[] files) {
        System.exit(run(System.out, System.err, files));
    }

    static int run(PrintStream out, PrintStream err, String... files) {
        if (files.length != 3) {
            err.println("usage: audit-verify DUMP.jsonl CHECKPOINTS.jsonl PUBLIC-KEY.pem");
            return WRONG;
        }
        try (BufferedReader dump = Files.newBufferedReader(Path.of(files[0]));
                BufferedReader checkpoints = Files.newBufferedReader(Path.of(files[1]))) {
            Verdict verdict = Verifier.verify(dump, checkpoints, Files.readString(Path.of(files[2])));
            out.println((verdict.valid() ? "VALID: " : "NOT VALID: ") + verdict.text());
            return verdict.valid() ? VALID : NOT_VALID;
        } catch (IOException e) {
            err.println("cannot be read: " + e.getMessage());
            return WRONG;
        }
    }
}
