// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.openbarnahus.core.service.KeysUnavailableException;

/** A token without a device, for what would take a real one too long. */
final class MemoryToken implements Token {
    private final Map<String, SecretKey> keys = new HashMap<>();
    int asked;
    boolean away;

    Roots.Place place(boolean inToken) {
        return new Roots.Place(Optional.of(this), inToken);
    }

    @Override
    public String generate() {
        look();
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            String label = "memory-" + (keys.size() + 1);
            keys.put(label, generator.generateKey());
            return label;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] crypt(String label, int mode, Sealed input) throws GeneralSecurityException {
        look();
        asked++;
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.get(label), new GCMParameterSpec(128, input.nonce()));
        cipher.updateAAD(input.context());
        return cipher.doFinal(input.text());
    }

    private void look() {
        if (away) {
            throw new KeysUnavailableException("away", new IllegalStateException());
        }
    }

    @Override
    public String place(String label) {
        return "memory, key " + label;
    }
}
