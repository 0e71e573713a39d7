// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;
import org.openbarnahus.sdk.fuzz.Tree;

/**
 * A dump, checkpoints or key in place of a good one: a verdict and no exception, and valid only when every entry that a
 * checkpoint vouches for is the good one.
 */
public final class AuditFilesFuzz {
    private static final String VECTORS = "docs/auditor/vectors/";
    private static final String DUMP = Tree.text(VECTORS + "entries.jsonl");
    private static final String CHECKPOINTS = Tree.text(VECTORS + "checkpoints.jsonl");
    private static final String KEY = Tree.text(VECTORS + "public-key.pem");
    private static final List<Entry> GOOD = entries(DUMP);
    private static final Map<String, Long> VOUCHED = vouched();

    private AuditFilesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        int which = input.choice(3);
        String text = input.text();
        Verdict verdict = verify(which == 0 ? text : DUMP, which == 1 ? text : CHECKPOINTS, which == 2 ? text : KEY);
        Claim.that(!verdict.text().isEmpty(), "a verdict has words");
        if (verdict.valid() && which == 0) {
            Claim.same(before(GOOD), before(entries(text)), "what is vouched for is as it was");
        }
        if (verdict.valid() && which == 1) {
            Claim.that(
                    CHECKPOINTS.lines().limit(text.lines().count()).count()
                            == text.lines().count(),
                    "no new checkpoint");
        }
    }

    private static Verdict verify(String dump, String checkpoints, String key) {
        try {
            return Verifier.verify(
                    new BufferedReader(new StringReader(dump)), new BufferedReader(new StringReader(checkpoints)), key);
        } catch (IOException e) {
            throw new AssertionError("a text in memory can be read", e);
        }
    }

    private static List<Entry> before(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.seq() <= VOUCHED.getOrDefault(e.chain(), 0L))
                .sorted(java.util.Comparator.comparing(Entry::chain).thenComparing(Entry::seq))
                .toList();
    }

    private static List<Entry> entries(String dump) {
        try {
            List<Entry> entries = new ArrayList<>();
            for (String line :
                    new BufferedReader(new StringReader(dump)).lines().toList()) {
                entries.add(Entry.of(line));
            }
            return entries;
        } catch (WrongException e) {
            throw new AssertionError("a line of a valid dump can be read", e);
        }
    }

    private static Map<String, Long> vouched() {
        try {
            Map<String, Long> last = new java.util.TreeMap<>();
            for (String line : CHECKPOINTS.lines().toList()) {
                Checkpoint checkpoint = Checkpoint.of(line);
                last.merge(checkpoint.chain(), checkpoint.seq(), Math::max);
            }
            return last;
        } catch (WrongException e) {
            throw new AssertionError(e);
        }
    }
}
