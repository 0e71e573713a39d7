// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.After;
import org.junit.Test;
import org.openbarnahus.core.service.KeysUnavailableException;

/** Against a real token: SoftHSM. */
public class Pkcs11TokenTest {
    private static final byte[] PLAIN = "a key".getBytes(UTF_8);
    private static final byte[] CONTEXT = "its place".getBytes(UTF_8);

    private final String key = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final Pkcs11Token token = new Pkcs11Token(SoftToken.settings(key));

    @After
    public void close() throws IOException {
        token.close();
        SoftToken.writePin(SoftToken.PIN);
    }

    private TokenRoot root(String label) {
        return new TokenRoot(token, label, new SecureRandom());
    }

    @Test
    public void wrapsAndUnwrapsAndNoticesEveryChangedByte() throws Exception {
        TokenRoot root = root(token.generate());
        byte[] wrapped = root.encrypt(PLAIN, CONTEXT);
        assertArrayEquals(PLAIN, root.decrypt(wrapped, CONTEXT));
        assertFalse("a nonce of its own", Arrays.equals(wrapped, root.encrypt(PLAIN, CONTEXT)));
        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 1;
            assertThrows(GeneralSecurityException.class, () -> root.decrypt(changed, CONTEXT));
        }
        assertThrows(GeneralSecurityException.class, () -> root.decrypt(wrapped, PLAIN));
        assertThrows(GeneralSecurityException.class, () -> root.decrypt(new byte[3], CONTEXT));
        assertThrows(
                GeneralSecurityException.class,
                () -> root.decrypt(Arrays.copyOf(wrapped, wrapped.length - 1), CONTEXT));
        assertArrayEquals("and goes on", PLAIN, root.decrypt(wrapped, CONTEXT));
    }

    @Test
    public void keysAreCountedAndOneOpensNothingOfAnother() throws Exception {
        String first = token.generate();
        String second = token.generate();
        assertEquals(key + "-1", first);
        assertEquals(key + "-2", second);
        byte[] wrapped = root(first).encrypt(PLAIN, CONTEXT);
        assertThrows(GeneralSecurityException.class, () -> root(second).decrypt(wrapped, CONTEXT));
        // as if somebody had written the other's mark over it
        byte[] foreign = root(second).encrypt(PLAIN, CONTEXT);
        System.arraycopy(foreign, 0, wrapped, 0, 12);
        assertThrows(GeneralSecurityException.class, () -> root(second).decrypt(wrapped, CONTEXT));
    }

    @Test
    public void whatWasMadeIsThereForTheNextProgramAndSaysWhereItIs() throws Exception {
        String label = token.generate();
        byte[] wrapped = root(label).encrypt(PLAIN, CONTEXT);
        try (Pkcs11Token next = new Pkcs11Token(SoftToken.settings(key))) {
            assertArrayEquals(PLAIN, new TokenRoot(next, label, new SecureRandom()).decrypt(wrapped, CONTEXT));
        }
        assertEquals("token (libsofthsm2.so, first slot), key " + label, token.place(label));
        assertArrayEquals(
                ("openbarnahus-root-in-token/1\nkey=" + label + "\n").getBytes(UTF_8), TokenRoot.reference(label));
    }

    @Test
    public void aTokenThatIsPulledOutIsSaidAndItsReturnNoticed() throws Exception {
        TokenRoot root = root(token.generate());
        byte[] wrapped = root.encrypt(PLAIN, CONTEXT);
        SoftToken.pullOut();
        try {
            KeysUnavailableException gone =
                    assertThrows(KeysUnavailableException.class, () -> root.decrypt(wrapped, CONTEXT));
            assertTrue(
                    gone.getMessage(),
                    String.valueOf(gone.getMessage()).startsWith("the token with the root key cannot be used: "));
            assertTrue(
                    gone.getMessage(),
                    String.valueOf(gone.getMessage()).contains("etc/org.openbarnahus.store.keys.cfg"));
            assertThrows(KeysUnavailableException.class, () -> root.encrypt(PLAIN, CONTEXT));
        } finally {
            SoftToken.putBack();
        }
        assertArrayEquals(PLAIN, root.decrypt(wrapped, CONTEXT));
    }

    /** With the same name of the token and of the key, and the same PIN: only the key is another. */
    @Test
    public void aTokenThatWasExchangedWrapsNothing() throws Exception {
        TokenRoot root = root(token.generate());
        byte[] wrapped = root.encrypt(PLAIN, CONTEXT);
        SoftToken.pullOut();
        try {
            assertEquals(key + "-1", token.generate());
            assertThrows(GeneralSecurityException.class, () -> root.decrypt(wrapped, CONTEXT));
            KeysUnavailableException refused =
                    assertThrows(KeysUnavailableException.class, () -> root.encrypt(PLAIN, CONTEXT));
            assertTrue(
                    refused.getMessage(), String.valueOf(refused.getMessage()).contains("holds another key"));
            SoftToken.empty();
        } finally {
            SoftToken.putBack();
        }
        assertArrayEquals(PLAIN, root.decrypt(root.encrypt(PLAIN, CONTEXT), CONTEXT));
    }

    @Test
    public void aTokenThatWasExchangedAfterAnythingWasOpenedWrapsNothing() throws Exception {
        TokenRoot before = root(token.generate());
        byte[] wrapped = before.encrypt(PLAIN, CONTEXT);
        TokenRoot root = root(key + "-1");
        assertArrayEquals(PLAIN, root.decrypt(wrapped, CONTEXT));
        SoftToken.pullOut();
        try {
            token.generate();
            assertThrows(KeysUnavailableException.class, () -> root.encrypt(PLAIN, CONTEXT));
            SoftToken.empty();
        } finally {
            SoftToken.putBack();
        }
    }

    @Test
    public void aTokenThatWasAwayIsLeftAloneForAMoment() throws Exception {
        try (Pkcs11Token patient =
                new Pkcs11Token(SoftToken.settings(key, Duration.ofSeconds(10), Duration.ofHours(1)))) {
            String label = patient.generate();
            TokenRoot root = new TokenRoot(patient, label, new SecureRandom());
            TokenRoot missing = new TokenRoot(patient, label + "9", new SecureRandom());
            KeysUnavailableException first =
                    assertThrows(KeysUnavailableException.class, () -> missing.encrypt(PLAIN, CONTEXT));
            assertTrue(first.getMessage(), String.valueOf(first.getMessage()).contains("it has no key " + label + "9"));
            assertThrows(KeysUnavailableException.class, () -> root.encrypt(PLAIN, CONTEXT));
        }
    }

    @Test
    public void aWrongPinIsTriedOnceAndTheRightOneAfterwards() throws Exception {
        SoftToken.signOut();
        SoftToken.writePin("9999");
        KeysUnavailableException first = assertThrows(KeysUnavailableException.class, token::generate);
        assertTrue(first.getMessage(), String.valueOf(first.getMessage()).contains("refused this PIN"));
        for (Throwable each = first; each != null; each = each.getCause()) {
            assertFalse("the PIN is told to nobody", String.valueOf(each).contains("9999"));
        }
        for (int i = 0; i < 20; i++) {
            assertThrows(KeysUnavailableException.class, token::generate);
        }
        SoftToken.writePin(SoftToken.PIN);
        assertEquals(key + "-1", token.generate());
    }

    /** Another program holds the lock that SoftHSM takes whenever it looks for keys. */
    @Test(timeout = 120_000)
    public void aTokenThatHangsIsWaitedForOnceAndGoesOnByItself() throws Exception {
        String label = token.generate();
        byte[] wrapped = root(label).encrypt(PLAIN, CONTEXT);
        try (Pkcs11Token hasty = new Pkcs11Token(SoftToken.settings(key, Duration.ofSeconds(2), Duration.ZERO))) {
            TokenRoot root = new TokenRoot(hasty, label, new SecureRandom());
            Process holder = HoldLock.of(SoftToken.token().resolve("generation"));
            try {
                KeysUnavailableException hangs = assertThrows(KeysUnavailableException.class, hasty::generate);
                assertTrue(
                        hangs.getMessage(), String.valueOf(hangs.getMessage()).contains("no answer within 2 s"));
                // who is interrupted cannot wait, and would say so
                Thread.currentThread().interrupt();
                KeysUnavailableException still =
                        assertThrows(KeysUnavailableException.class, () -> root.decrypt(wrapped, CONTEXT));
                assertTrue("sent away at once", Thread.interrupted());
                assertTrue(
                        still.getMessage(), String.valueOf(still.getMessage()).contains("has not come back"));
            } finally {
                holder.destroy();
                holder.waitFor();
            }
            while (true) {
                try {
                    assertArrayEquals(PLAIN, root.decrypt(wrapped, CONTEXT));
                    return;
                } catch (KeysUnavailableException e) {
                    Thread.sleep(20);
                }
            }
        }
    }
}
