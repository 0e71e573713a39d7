// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FileAuditSignerTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path keys() {
        return folder.getRoot().toPath().resolve("keys");
    }

    private static boolean matches(byte[] message, byte[] signature, byte[] key) throws Exception {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        check.update(message);
        return check.verify(signature);
    }

    @Test
    public void theSameKeySignsAfterARestartAndOnlyItsOwnerCanReadIt() throws Exception {
        byte[] message = "head".getBytes(StandardCharsets.US_ASCII);
        FileAuditSigner first = new FileAuditSigner(keys());
        FileAuditSigner second = new FileAuditSigner(keys());
        assertArrayEquals(first.publicKey(), second.publicKey());
        assertTrue(matches(message, first.sign(message), second.publicKey()));
        assertFalse(matches("tail".getBytes(StandardCharsets.US_ASCII), first.sign(message), second.publicKey()));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(keys().resolve("audit-signing.key"))));
    }

    @Test
    public void aPublicHalfOfAnotherKeyIsRefused() throws Exception {
        FileAuditSigner own = new FileAuditSigner(keys());
        FileAuditSigner other = new FileAuditSigner(folder.getRoot().toPath().resolve("other"));
        Path file = keys().resolve("audit-signing.key");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), java.util.Base64.getEncoder().encodeToString(other.publicKey())));
        assertFalse(java.util.Arrays.equals(own.publicKey(), other.publicKey()));
        assertThrows(IllegalStateException.class, () -> new FileAuditSigner(keys()));
        Files.writeString(file, "nonsense");
        assertThrows(IllegalStateException.class, () -> new FileAuditSigner(keys()));
    }
}
