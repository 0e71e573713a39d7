// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.DataKey;
import org.openbarnahus.core.service.store.KeyService;

/**
 * Text of one case under the case's own key, bound to its place {@code tenant|table|column|row}. What was written before cases
 * had keys lies under the house's key and is read as that; the first byte tells. The key is opened when it is needed, and
 * lives as long as this: for one transaction.
 */
final class CaseCipher {
    /** Of what lies under a case's key. Under a house's key the first byte is 1: Tink's own prefix. */
    static final byte OF_THE_CASE = 2;

    private final KeyService keys;
    private final ServiceId tenant;
    private final UUID caseId;
    private final byte @Nullable [] wrapped;
    private @Nullable DataKey opened;

    /**
     * @param wrapped the case's key; absent while the case has none
     */
    CaseCipher(KeyService keys, ServiceId tenant, UUID caseId, byte @Nullable [] wrapped) {
        this.keys = keys;
        this.tenant = tenant;
        this.caseId = caseId;
        this.wrapped = wrapped;
    }

    /** Binds a wrapped key to its case. */
    static String binding(ServiceId tenant, UUID caseId) {
        return tenant + "|case_record|case_key|" + caseId;
    }

    /** Whether it lies under a case's key; else under the house's. */
    static boolean ofTheCase(byte[] cipher) {
        return cipher[0] == OF_THE_CASE;
    }

    byte[] encrypt(String text, String place) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        String bound = tenant + "|" + place;
        if (wrapped == null) {
            return keys.encrypt(tenant, plain, bound);
        }
        byte[] cipher = key(wrapped).encrypt(plain, bound);
        return ByteBuffer.allocate(1 + cipher.length)
                .put(OF_THE_CASE)
                .put(cipher)
                .array();
    }

    /**
     * @throws IllegalStateException when it was changed or moved, or the key is gone
     */
    String decrypt(byte[] cipher, String place) {
        String bound = tenant + "|" + place;
        if (!ofTheCase(cipher)) {
            return text(keys.decrypt(tenant, cipher, bound));
        }
        if (wrapped == null) {
            throw new IllegalStateException("a text belongs to a key that is gone");
        }
        return text(key(wrapped).decrypt(Arrays.copyOfRange(cipher, 1, cipher.length), bound));
    }

    private DataKey key(byte[] closed) {
        DataKey known = opened;
        if (known == null) {
            known = keys.dataKey(tenant, closed, binding(tenant, caseId));
            opened = known;
        }
        return known;
    }

    private static String text(byte[] plain) {
        return new String(plain, StandardCharsets.UTF_8);
    }
}
