// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.nio.charset.StandardCharsets;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyService;

/** Text under the tenant's key, bound to its place {@code tenant|table|column|row}. */
record TextCipher(KeyService keys) {
    byte[] encrypt(ServiceId tenant, String text, String place) {
        return keys.encrypt(tenant, text.getBytes(StandardCharsets.UTF_8), tenant + "|" + place);
    }

    String decrypt(ServiceId tenant, byte[] cipher, String place) {
        return new String(keys.decrypt(tenant, cipher, tenant + "|" + place), StandardCharsets.UTF_8);
    }
}
