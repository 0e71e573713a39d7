// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.AuditSigner;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;
import org.openbarnahus.sdk.fuzz.Tree;

/**
 * The file of checkpoints as somebody may have left it: refused as damaged, or gone on with, and then readable again. Its first
 * lines are good ones of this installation, as many as the input asks for.
 */
public final class CheckpointFileFuzz {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final ChainHead HEAD = new ChainHead(new ServiceId(new UUID(1, 1)), 7, "ab".repeat(32));
    private static final AuditSigner SIGNER = signer();
    private static final Path FILE = Tree.scratch().resolve("checkpoints.jsonl");
    private static final List<String> GOOD = good();

    private CheckpointFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Input input = new Input(data);
        int kept = input.choice(3);
        Files.writeString(FILE, String.join("", GOOD.subList(0, kept)));
        Files.write(FILE, input.rest(), java.nio.file.StandardOpenOption.APPEND);
        CheckpointFile file;
        try {
            file = new CheckpointFile(FILE, SIGNER);
        } catch (IllegalStateException e) {
            return;
        }
        Claim.that(kept == 0 || file.newest(HEAD.chain()).isPresent(), "good checkpoints are not forgotten");
        ChainHead next = new ChainHead(HEAD.chain(), 9, "cd".repeat(32));
        file.append(List.of(next), NOW);
        CheckpointFile again = new CheckpointFile(FILE, SIGNER);
        Claim.same(Optional.of(next), again.newest(HEAD.chain()), "what was appended is there");
        Claim.same(file.chains(), again.chains(), "the same chains again");
    }

    private static List<String> good() {
        CheckpointFile file = new CheckpointFile(FILE, SIGNER);
        file.append(List.of(HEAD), NOW);
        file.append(List.of(new ChainHead(HEAD.chain(), 8, "ef".repeat(32))), NOW);
        try {
            return Files.readAllLines(FILE).stream().map(line -> line + "\n").toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Always the same key, so that an input is the same in every run. */
    private static AuditSigner signer() {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(1);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            KeyPair pair = generator.generateKeyPair();
            return new AuditSigner() {
                @Override
                public byte[] sign(byte[] message) {
                    try {
                        Signature signature = Signature.getInstance("Ed25519");
                        signature.initSign(pair.getPrivate());
                        signature.update(message);
                        return signature.sign();
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                public byte[] publicKey() {
                    return pair.getPublic().getEncoded();
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
