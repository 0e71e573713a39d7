// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** No secret of the folder can be read without the root key. */
public class SealedFilesTest {
    private static final String CLEAR = "0123456789abcdef".repeat(4);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path directory = Path.of("");

    @Before
    public void place() {
        directory = folder.getRoot().toPath().resolve("keys");
    }

    private String content(String file) throws IOException {
        return Files.readString(directory.resolve(file), US_ASCII);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(directory.resolve(file), content);
        Files.setPosixFilePermissions(directory.resolve(file), PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    public void aSecretIsSealedFromTheBeginning() throws IOException {
        FileKeys keys = new FileKeys(directory);
        String secret = keys.secret("db");
        assertTrue(content("db.secret").startsWith("openbarnahus-sealed/1\n"));
        assertFalse(content("db.secret").contains(secret));
        assertEquals(secret, new FileKeys(directory).secret("db"));
        keys.renewSite();
        assertTrue(keys.renewRoot().done());
        assertEquals("under the key of before", secret, new FileKeys(directory).secret("db"));
    }

    @Test
    public void whatLayInTheClearIsSealedAndStaysTheSameAndAsOld() throws IOException {
        FileKeys keys = new FileKeys(directory);
        write("db.secret", CLEAR);
        FileTime old = FileTime.from(Instant.parse("2025-01-02T03:04:05Z"));
        Files.setLastModifiedTime(directory.resolve("db.secret"), old);
        assertEquals(CLEAR, keys.secret("db"));
        assertFalse(content("db.secret").contains(CLEAR));
        assertEquals(CLEAR, new FileKeys(directory).secret("db"));
        assertEquals(old, Files.getLastModifiedTime(directory.resolve("db.secret")));
    }

    @Test
    public void whatIsDamagedIsRefusedAndLeftAsItIs() throws IOException {
        FileKeys keys = new FileKeys(directory);
        for (String damaged : new String[] {"oops", "openbarnahus-sealed/1\n", "openbarnahus-sealed/1\n!!", ""}) {
            write("db.secret", damaged);
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> keys.secret("db"));
            assertTrue(String.valueOf(refused.getMessage()).contains("key file db.secret is damaged"));
            assertEquals(damaged, content("db.secret"));
        }
    }

    @Test
    public void oneFileIsNotTakenForAnother() throws IOException {
        FileKeys keys = new FileKeys(directory);
        keys.secret("one");
        write("two.secret", content("one.secret"));
        assertThrows(IllegalStateException.class, () -> keys.secret("two"));
    }

    @Test
    public void theSigningKeyOfTheTrailIsSealedToo() throws IOException {
        FileKeys keys = new FileKeys(directory);
        FileAuditSigner clear = new FileAuditSigner(directory);
        String before = content("audit-signing.key");
        FileAuditSigner sealed = new FileAuditSigner(directory, keys);
        assertArrayEquals("the same key", clear.publicKey(), sealed.publicKey());
        assertArrayEquals(clear.sign(new byte[] {1}), sealed.sign(new byte[] {1}));
        assertTrue(content("audit-signing.key").startsWith("openbarnahus-sealed/1\n"));
        assertFalse(
                content("audit-signing.key").contains(before.lines().findFirst().orElseThrow()));
        assertArrayEquals(clear.publicKey(), new FileAuditSigner(directory, new FileKeys(directory)).publicKey());
        write("audit-signing.key", "nonsense");
        assertThrows(IllegalStateException.class, () -> new FileAuditSigner(directory, keys));
        assertEquals("nonsense", content("audit-signing.key"));
    }

    @Test
    public void aNewInstallationHasItsSigningKeySealedFromTheBeginning() throws IOException {
        FileAuditSigner made = new FileAuditSigner(directory, new FileKeys(directory));
        assertTrue(content("audit-signing.key").startsWith("openbarnahus-sealed/1\n"));
        assertArrayEquals(made.publicKey(), new FileAuditSigner(directory, new FileKeys(directory)).publicKey());
    }
}
