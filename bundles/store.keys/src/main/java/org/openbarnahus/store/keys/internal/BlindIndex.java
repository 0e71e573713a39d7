// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import com.google.crypto.tink.prf.Prf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keyed hashes for equality search: HMAC-SHA-256 over context and value. Without the key nobody can try which value it is.
 *
 * @param keys the newest last
 */
record BlindIndex(List<Prf> keys) {
    private static final int BYTES = 32;

    BlindIndex {
        keys = List.copyOf(keys);
    }

    /** The newest first. */
    List<byte[]> of(byte[] value, String context) {
        byte[] place = context.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        // with its length, so that nothing of the context can be taken for the value
        input.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(place.length).array());
        input.writeBytes(place);
        input.writeBytes(value);
        List<byte[]> hashes = new ArrayList<>();
        for (Prf key : keys.reversed()) {
            try {
                hashes.add(key.compute(input.toByteArray(), BYTES));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no blind index could be made", e);
            }
        }
        return hashes;
    }
}
