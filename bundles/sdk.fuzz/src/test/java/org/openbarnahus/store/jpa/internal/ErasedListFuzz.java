// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.store.AuditSigner;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Tree;

/**
 * The list of erased cases with damage in it: a certificate of this installation is found whatever stands before it, and nothing
 * else is ever taken for one. The signer here is a hash: what it signs is the same, and fast.
 */
public final class ErasedListFuzz {
    private static final Path FILE = Tree.scratch().resolve("erased.jsonl");
    private static final AuditSigner SIGNER = new AuditSigner() {
        @Override
        public byte[] sign(byte[] message) {
            return hash(message);
        }

        @Override
        public byte[] publicKey() {
            return new byte[] {1};
        }
    };
    private static final CaseId CASE = new CaseId(new UUID(1, 2));
    private static final ErasedCase ERASED = erased();

    private ErasedListFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        ErasedList list = new ErasedList(FILE, new ErasureCertificate(SIGNER));
        Files.write(FILE, data);
        list.all()
                .forEach(found -> Claim.same(
                        found.signature(),
                        java.util.Base64.getEncoder()
                                .encodeToString(SIGNER.sign(found.certificate().getBytes(StandardCharsets.UTF_8))),
                        "nothing is believed that is not signed"));
        list.append(List.of(ERASED));
        Claim.that(
                list.all().stream().anyMatch(found -> found.caseId().equals(CASE)),
                "what was appended is found, whatever stands before it");
    }

    private static ErasedCase erased() {
        String certificate = "{\"format\":\"" + ErasureCertificate.FORMAT + "\",\"case\":\"" + CASE + "\",\"house\":\""
                + new UUID(3, 4) + "\",\"number\":\"SE-LKP-2026-0001\",\"erased_at\":\"2026-03-01T08:00:00Z\"}";
        String signature =
                java.util.Base64.getEncoder().encodeToString(SIGNER.sign(certificate.getBytes(StandardCharsets.UTF_8)));
        return new ErasedCase(
                CASE,
                new ServiceId(new UUID(3, 4)),
                new CaseNumber("SE-LKP-2026-0001"),
                Instant.parse("2026-03-01T08:00:00Z"),
                certificate,
                signature);
    }

    private static byte[] hash(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
