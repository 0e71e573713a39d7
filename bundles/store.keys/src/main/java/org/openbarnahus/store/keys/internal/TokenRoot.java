// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.KeysUnavailableException;

/**
 * A root key in a token. What it wraps says so in its first bytes, with the beginning of the hash of the key's label: a token is
 * never asked about what another root key has wrapped. A label is a name that any token can have: nothing is wrapped before the
 * token has shown that it still opens what it was seen to open before.
 */
final class TokenRoot implements Aead {
    private static final byte[] MARK = "OBT1".getBytes(StandardCharsets.US_ASCII);
    private static final int ID = 8;
    private static final int NONCE = 12;
    private static final int HEAD = MARK.length + ID + NONCE;
    private static final int TAG = 16;
    private static final String FIRST_LINE = "openbarnahus-root-in-token/1";
    private static final Pattern REFERENCE = Pattern.compile(FIRST_LINE + "\nkey=([a-z][a-z0-9-]{0,60})\n");

    private final Token token;
    private final String label;
    private final SecureRandom random;
    private volatile @Nullable Witness witness;

    /** Something that the right key opens, as it lies on disk. */
    private record Witness(byte[] ciphertext, byte[] context) {}

    TokenRoot(Token token, String label, SecureRandom random) {
        this.token = token;
        this.label = label;
        this.random = random;
    }

    /** What stands in the place of a root key's file. */
    static byte[] reference(String label) {
        return (FIRST_LINE + "\nkey=" + label + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The label, when the content of a root key's file is such a reference. */
    static Optional<String> label(byte[] content) {
        Matcher reference = REFERENCE.matcher(new String(content, StandardCharsets.ISO_8859_1));
        return reference.matches() ? Optional.of(reference.group(1)) : Optional.empty();
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        refuseAnother();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = token.crypt(label, Cipher.ENCRYPT_MODE, new Token.Sealed(nonce, associatedData, plaintext));
        byte[] wrapped = ByteBuffer.allocate(HEAD + sealed.length)
                .put(MARK)
                .put(id())
                .put(nonce)
                .put(sealed)
                .array();
        remember(wrapped, associatedData);
        return wrapped;
    }

    /** Somebody could know the key of a token that was put in this one's place, under the same name. */
    private void refuseAnother() throws GeneralSecurityException {
        Witness known = witness;
        if (known == null) {
            return;
        }
        try {
            Arrays.fill(opened(known.ciphertext(), known.context()), (byte) 0);
        } catch (AEADBadTagException e) {
            throw new KeysUnavailableException(
                    "the token holds another key under the name " + label
                            + " than a while ago: put the right token back, and find out who exchanged it",
                    e);
        }
    }

    private void remember(byte[] ciphertext, byte[] context) {
        if (witness == null) {
            witness = new Witness(ciphertext.clone(), context.clone());
        }
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        byte[] head = ByteBuffer.allocate(MARK.length + ID).put(MARK).put(id()).array();
        if (ciphertext.length < HEAD + TAG || !Arrays.equals(head, Arrays.copyOf(ciphertext, head.length))) {
            throw new GeneralSecurityException("another root key has wrapped it");
        }
        byte[] plaintext = opened(ciphertext, associatedData);
        remember(ciphertext, associatedData);
        return plaintext;
    }

    private byte[] opened(byte[] ciphertext, byte[] context) throws GeneralSecurityException {
        return token.crypt(
                label,
                Cipher.DECRYPT_MODE,
                new Token.Sealed(
                        Arrays.copyOfRange(ciphertext, HEAD - NONCE, HEAD),
                        context,
                        Arrays.copyOfRange(ciphertext, HEAD, ciphertext.length)));
    }

    private byte[] id() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(label.getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(hash, ID);
    }
}
