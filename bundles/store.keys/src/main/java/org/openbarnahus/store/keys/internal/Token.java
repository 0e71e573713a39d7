// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

/** A device that holds keys and never gives one out, over PKCS #11. */
interface Token {
    /**
     * Makes an AES key of 256 bits in the token.
     *
     * @return its label, which no other key of the token has
     * @throws org.openbarnahus.core.service.KeysUnavailableException when the token does not answer
     */
    String generate();

    /**
     * AES-GCM with a nonce of 12 bytes.
     *
     * @param label of the key
     * @param mode {@link javax.crypto.Cipher#ENCRYPT_MODE} or {@link javax.crypto.Cipher#DECRYPT_MODE}
     * @throws java.security.GeneralSecurityException when the cipher text was changed
     * @throws org.openbarnahus.core.service.KeysUnavailableException when the token does not answer, or has not this key
     */
    byte[] crypt(String label, int mode, Sealed input) throws java.security.GeneralSecurityException;

    /** In words, for whoever runs the installation. */
    String place(String label);

    /** What goes in. */
    record Sealed(byte[] nonce, byte[] context, byte[] text) {}
}
