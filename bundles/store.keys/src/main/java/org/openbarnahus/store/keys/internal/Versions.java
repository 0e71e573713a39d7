// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.util.List;
import org.openbarnahus.core.service.store.KeyService;

/**
 * The keys that one name has had. The newest encrypts; a cipher text says in its first five bytes which one made it (Tink's
 * output prefix: 1, then the id of the key).
 *
 * @param opened the newest last, at least one
 */
record Versions(Keysets keysets, String name, List<Opened> opened) {
    private static final byte TINK = 1;
    private static final int PREFIX = KeyService.VERSION_BYTES;

    /** A key with its id. */
    record Opened(int id, Aead aead) {}

    Versions {
        opened = List.copyOf(opened);
    }

    Aead newest() {
        return opened.getLast().aead();
    }

    boolean isNewest(byte[] cipher) {
        return made(opened.getLast(), cipher);
    }

    /** The key that made it; the newest, which will refuse it, when none did. */
    Aead of(byte[] cipher) {
        return opened.stream()
                .filter(each -> made(each, cipher))
                .findFirst()
                .orElse(opened.getLast())
                .aead();
    }

    /** With a new key after these. */
    Versions renewed() {
        return keysets.next(name, opened.size() + 1);
    }

    /** Counted from 1; 0 when none of them made it. */
    int version(byte[] beginning) {
        for (int i = 0; i < opened.size(); i++) {
            if (made(opened.get(i), beginning)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean made(Opened key, byte[] cipher) {
        return cipher.length >= PREFIX
                && cipher[0] == TINK
                && ByteBuffer.wrap(cipher, 1, Integer.BYTES).getInt() == key.id();
    }
}
