// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyService;

/**
 * Who somebody is at an identity provider, letter by letter, as it lies in {@code linked_identity}: found by a keyed hash, read
 * with the key of the house. Decision 43.
 */
record OutsideIdentity(String issuer, String subject) {
    private static final String INDEX = "linked_identity|identity_index";

    /** The issuer with its length before both: no end of one can be taken for the beginning of the other. */
    private String text() {
        return issuer.length() + ":" + issuer + subject;
    }

    /** By what it is found, under each key there has been; the first one is written. */
    List<byte[]> indexes(KeyService keys) {
        return keys.blindIndexes(text().getBytes(StandardCharsets.UTF_8), INDEX);
    }

    byte[] sealed(KeyService keys, ServiceId house, UUID account) {
        return new TextCipher(keys).encrypt(house, text(), place(account));
    }

    /**
     * @throws IllegalStateException when it was changed, or belongs to another account or house
     */
    static OutsideIdentity opened(KeyService keys, ServiceId house, UUID account, byte[] sealed) {
        String text = new TextCipher(keys).decrypt(house, sealed, place(account));
        int colon = text.indexOf(':');
        int end = colon + 1 + Integer.parseInt(text.substring(0, colon));
        return new OutsideIdentity(text.substring(colon + 1, end), text.substring(end));
    }

    private static String place(UUID account) {
        return "linked_identity|sealed|" + account;
    }
}
