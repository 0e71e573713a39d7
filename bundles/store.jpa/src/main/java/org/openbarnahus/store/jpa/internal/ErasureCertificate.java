// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.store.AuditSigner;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ErasureRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says that a case is gone, signed with the key of the audit checkpoints. The form: docs/auditor/erasure.md. */
record ErasureCertificate(AuditSigner signer) {
    static final String FORMAT = "openbarnahus-erasure/1";

    /** User names of the two. */
    record People(String askedBy, String confirmedBy) {}

    /**
     * @param entry the audit entry of the erasure, the newest of its chain
     */
    ErasedCase issue(ErasureRecord request, People people, Instant at, Map<String, Long> rows, ChainHead entry) {
        ObjectNode node = BackupReader.JSON.createObjectNode();
        node.put("format", FORMAT)
                .put("house", request.service().toString())
                .put("case", request.caseId().toString())
                .put("number", request.number().value())
                .put("reason", request.reason().code())
                .put("asked_by", people.askedBy())
                .put("asked_at", request.asked().toString())
                .put("confirmed_by", people.confirmedBy())
                .put("erased_at", at.toString());
        ObjectNode counts = node.putObject("rows");
        rows.forEach(counts::put);
        node.put("audit_chain", entry.chain().toString())
                .put("audit_seq", entry.seq())
                .put("audit_hash", entry.hash())
                .put(
                        "limits",
                        "Backups, replicas and logs of the database that are older than this may hold the case until they are"
                                + " destroyed. A restore erases it anew.")
                .put("key", hash(signer.publicKey()).substring(0, 16));
        String text = node.toString();
        return new ErasedCase(request.caseId(), request.service(), request.number(), at, text, signature(text));
    }

    /**
     * The case of which a certificate speaks.
     *
     * @throws IllegalArgumentException when it is not one of this installation, or was changed
     */
    ErasedCase read(String certificate, String signature) {
        if (!signature(certificate).equals(signature)) {
            throw new IllegalArgumentException("a certificate that is not signed by the key of this installation");
        }
        JsonNode node = BackupReader.JSON.readTree(certificate);
        if (!FORMAT.equals(node.path("format").stringValue(""))) {
            throw new IllegalArgumentException("a certificate of another form");
        }
        return new ErasedCase(
                CaseId.of(node.path("case").stringValue("")),
                ServiceId.of(node.path("house").stringValue("")),
                new CaseNumber(node.path("number").stringValue("")),
                Instant.parse(node.path("erased_at").stringValue("")),
                certificate,
                signature);
    }

    /** Ed25519 always signs alike, so signing is checking. */
    private String signature(String text) {
        return Base64.getEncoder().encodeToString(signer.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
