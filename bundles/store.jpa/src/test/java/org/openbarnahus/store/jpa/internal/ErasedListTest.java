// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.store.AuditSigner;

public class ErasedListTest {
    private static final AuditSigner SIGNER = new AuditSigner() {
        @Override
        public byte[] sign(byte[] message) {
            return Integer.toHexString(Arrays.hashCode(message)).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public byte[] publicKey() {
            return new byte[] {1};
        }
    };

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aLineWithBytesThatAreNoTextIsLeftOutAndTheOthersCount() throws IOException {
        Path file = folder.getRoot().toPath().resolve("erased.jsonl");
        ErasedList list = new ErasedList(file, new ErasureCertificate(SIGNER));
        list.append(List.of(erased(1)));
        Files.write(file, new byte[] {'{', (byte) 0xff, (byte) 0xc3, '\n'}, StandardOpenOption.APPEND);
        list.append(List.of(erased(2)));
        assertEquals(List.of(erased(1), erased(2)), list.all());
    }

    private static ErasedCase erased(int number) {
        CaseId id = new CaseId(new UUID(1, number));
        ServiceId house = new ServiceId(new UUID(2, 1));
        String certificate = "{\"format\":\"%s\",\"case\":\"%s\",\"house\":\"%s\",\"number\":\"SE-LKP-2026-000%d\","
                        .formatted(ErasureCertificate.FORMAT, id, house, number)
                + "\"asked_by\":\"åsa\",\"erased_at\":\"2026-03-01T08:00:00Z\"}";
        String signature =
                Base64.getEncoder().encodeToString(SIGNER.sign(certificate.getBytes(StandardCharsets.UTF_8)));
        return new ErasedCase(
                id,
                house,
                new CaseNumber("SE-LKP-2026-000" + number),
                Instant.parse("2026-03-01T08:00:00Z"),
                certificate,
                signature);
    }
}
