// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;
import org.openbarnahus.sdk.testkit.Measured;

/** How long an auditor waits for a million entries in three chains, with a checkpoint for each thousand. */
public final class VerifierBench {
    private static final int ENTRIES = 1_000_000;
    private static final int CHAINS = 3;
    private static final int VOUCHED = 1_000;
    private static final double WANTED_SECONDS = 60;
    private static final String AT = "2026-03-12T08:00:00.000001Z";

    private final KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    private final String key = Canonical.hash(pair.getPublic().getEncoded()).substring(0, 16);
    private final String[] chains = new String[CHAINS];
    private final String[] heads = new String[CHAINS];
    private final long[] seqs = new long[CHAINS];
    private String before = Canonical.ZEROS;
    private long number;

    private VerifierBench() throws GeneralSecurityException {
        for (int i = 0; i < CHAINS; i++) {
            chains[i] = new UUID(7, i).toString();
            heads[i] = Canonical.ZEROS;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("openbarnahus-bench-audit");
        Path dump = folder.resolve("entries.jsonl");
        Path checkpoints = folder.resolve("checkpoints.jsonl");
        Path pem = folder.resolve("public-key.pem");
        try {
            VerifierBench bench = new VerifierBench();
            bench.write(dump, checkpoints);
            Files.writeString(pem, bench.pem());
            long start = System.nanoTime();
            int exit = Main.run(System.err, System.err, dump.toString(), checkpoints.toString(), pem.toString());
            double seconds = (System.nanoTime() - start) / 1e9;
            if (exit != Main.VALID) {
                throw new IllegalStateException("a good trail was refused");
            }
            Measured.print(
                    "audit-verify",
                    "s",
                    seconds,
                    WANTED_SECONDS,
                    "wanted at most 60 s; " + ENTRIES + " entries in " + CHAINS + " chains, "
                            + ENTRIES / VOUCHED + " signed checkpoints, " + Files.size(dump) / 1_000_000
                            + " MB, one thread from a cold start");
        } finally {
            for (Path each : new Path[] {dump, checkpoints, pem, folder}) {
                Files.deleteIfExists(each);
            }
        }
    }

    private String pem() {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
    }

    private void write(Path dump, Path checkpoints) throws IOException, GeneralSecurityException {
        try (BufferedWriter entries = Files.newBufferedWriter(dump);
                BufferedWriter signed = Files.newBufferedWriter(checkpoints)) {
            for (int i = 0; i < ENTRIES; i++) {
                int chain = i % CHAINS;
                entries.write(entry(chain));
                if (i % VOUCHED == 0) {
                    signed.write(checkpoint(chain));
                }
            }
        }
    }

    private String entry(int chain) {
        String seq = Long.toString(++seqs[chain]);
        String user = new UUID(3, seqs[chain] % 40).toString();
        String object = new UUID(9, seqs[chain]).toString();
        String session = "s" + seqs[chain] % 997;
        String previous = heads[chain];
        heads[chain] = Canonical.hash(Canonical.bytes(
                "openbarnahus-audit/1",
                chains[chain],
                seq,
                previous,
                AT,
                user,
                session,
                "CASE_WORK",
                "CHANGE",
                "case",
                object,
                "DONE",
                "age,sex,suspicion",
                "version 2"));
        return "{\"v\":1,\"chain\":\"" + chains[chain] + "\",\"seq\":" + seq + ",\"prev\":\"" + previous
                + "\",\"at\":\"" + AT + "\",\"user\":\"" + user + "\",\"session\":\"" + session
                + "\",\"purpose\":\"CASE_WORK\",\"action\":\"CHANGE\",\"object_type\":\"case\",\"object_id\":\""
                + object
                + "\",\"result\":\"DONE\",\"fields\":\"age,sex,suspicion\",\"detail\":\"version 2\",\"hash\":\""
                + heads[chain] + "\"}\n";
    }

    private String checkpoint(int chain) throws GeneralSecurityException {
        String n = Long.toString(++number);
        String seq = Long.toString(seqs[chain]);
        byte[] bytes =
                Canonical.bytes("openbarnahus-checkpoint/1", n, before, chains[chain], seq, heads[chain], AT, key);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(bytes);
        String line = "{\"v\":1,\"n\":" + n + ",\"prev\":\"" + before + "\",\"chain\":\"" + chains[chain]
                + "\",\"seq\":"
                + seq + ",\"hash\":\"" + heads[chain] + "\",\"at\":\"" + AT + "\",\"key\":\"" + key + "\",\"sig\":\""
                + Base64.getEncoder().encodeToString(signature.sign()) + "\"}\n";
        before = Canonical.hash(bytes);
        return line;
    }
}
