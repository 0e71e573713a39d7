// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.openbarnahus.core.model.id.ServiceId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Encryption of fields under keys that never leave it. Implemented by store.keys. The context binds a cipher text to its
 * place ({@code tenant|table|column|row}): moved elsewhere it does not decrypt.
 */
@ProviderType
public interface KeyService {
    byte[] encrypt(ServiceId tenant, byte[] plain, String context);

    /**
     * @throws java.lang.IllegalStateException when the cipher text was changed, moved, or belongs to another key
     */
    byte[] decrypt(ServiceId tenant, byte[] cipher, String context);

    /** A new key for one object, wrapped by the tenant's newest key. The context binds it to its object. */
    byte[] newDataKey(ServiceId tenant, String context);

    /**
     * Opens a wrapped key.
     *
     * @throws java.lang.IllegalStateException when it was changed, belongs to another object or another tenant
     */
    DataKey dataKey(ServiceId tenant, byte[] wrapped, String context);

    /** The same key for one object, wrapped by the tenant's newest key. */
    byte[] rewrapped(ServiceId tenant, byte[] wrapped, String context);

    /** Whether the tenant's newest key made this cipher text or wrapped this key. */
    boolean isNewest(ServiceId tenant, byte[] cipher);

    /** How many keys the tenant has had; 0 before its first. */
    int versions(ServiceId tenant);

    /**
     * Which of them made the cipher text or wrapped the key, counted from 1; 0 when none did.
     *
     * @param beginning its first {@value #VERSION_BYTES} bytes at least
     */
    int version(ServiceId tenant, byte[] beginning);

    /** So many bytes at the beginning of a cipher text say which key made it. */
    int VERSION_BYTES = 5;

    /** Gives the tenant a new key for all that is encrypted from now on. Its earlier ones go on decrypting. */
    void renew(ServiceId tenant);

    /**
     * A new root key, and every key wrapped anew by it. The one of before is kept under a number until somebody takes it away.
     * Stopped at any moment, everything still opens, and {@link #rewrap} goes on.
     */
    RootKeys renewRoot();

    /** Wraps anew what a stop has left under an earlier root key; does nothing when there is none. */
    RootKeys rewrap();

    RootKeys root();

    /**
     * New keys of the installation itself: for account secrets, backups and blind indexes, from now on. Those of before go on
     * opening what they have sealed, and finding what they have hidden.
     */
    void renewSite();

    /** The newest key of each kind. Opens none of them. */
    List<KeyAge> ages();

    /** As above with the installation's own key: account secrets. */
    byte[] encryptSite(byte[] plain, String context);

    byte[] decryptSite(byte[] cipher, String context);

    /**
     * What a value is found by without lying in the clear: a keyed hash of 32 bytes (HMAC-SHA-256) under a key that is for this
     * alone. Equal values in the same context have equal hashes.
     *
     * @return under each key that there has been, the newest first: the first one is written, any of them may be found
     */
    List<byte[]> blindIndexes(byte[] value, String context);

    /** A 256-bit secret in hex, made at first use and kept in the key directory: passwords of database file and key store. */
    String secret(String name);

    /**
     * A stream that encrypts what is written to it with a key of the installation made for this; the result is whole only once
     * the stream was closed.
     *
     * @param purpose binds the result to its use: with another purpose it does not open
     */
    OutputStream sealing(OutputStream sealed, String purpose) throws IOException;

    /**
     * The plain text of what {@link #sealing} wrote. Reading fails with an IOException where a bit was changed, exchanged or left
     * out, at the end too, and at once when it was made with another installation's keys.
     */
    InputStream opening(InputStream sealed, String purpose) throws IOException;
}
