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
import javax.crypto.Cipher;

/**
 * A root key in a token. What it wraps says so in its first bytes, with the beginning of the hash of the key's label: a token is
 * never asked about what another root key has wrapped.
 */
record TokenRoot(Token token, String label, SecureRandom random) implements Aead {
    private static final byte[] MARK = "OBT1".getBytes(StandardCharsets.US_ASCII);
    private static final int ID = 8;
    private static final int NONCE = 12;
    private static final int HEAD = MARK.length + ID + NONCE;
    private static final int TAG = 16;
    private static final String FIRST_LINE = "openbarnahus-root-in-token/1";
    private static final Pattern REFERENCE = Pattern.compile(FIRST_LINE + "\nkey=([a-z][a-z0-9-]{0,60})\n");

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
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = token.crypt(label, Cipher.ENCRYPT_MODE, new Token.Sealed(nonce, associatedData, plaintext));
        return ByteBuffer.allocate(HEAD + sealed.length)
                .put(MARK)
                .put(id())
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        byte[] head = ByteBuffer.allocate(MARK.length + ID).put(MARK).put(id()).array();
        if (ciphertext.length < HEAD + TAG || !Arrays.equals(head, Arrays.copyOf(ciphertext, head.length))) {
            throw new GeneralSecurityException("another root key has wrapped it");
        }
        return token.crypt(
                label,
                Cipher.DECRYPT_MODE,
                new Token.Sealed(
                        Arrays.copyOfRange(ciphertext, head.length, HEAD),
                        associatedData,
                        Arrays.copyOfRange(ciphertext, HEAD, ciphertext.length)));
    }

    private byte[] id() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(label.getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(hash, ID);
    }
}
