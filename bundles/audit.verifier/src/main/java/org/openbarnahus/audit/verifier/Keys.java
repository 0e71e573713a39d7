// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ed25519 public keys out of a PEM file, by the first 16 hexadecimal digits of the SHA-256 of their DER form. */
final class Keys {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private final Map<String, PublicKey> byName = new HashMap<>();

    static Keys of(String pem) throws WrongException {
        Keys keys = new Keys();
        Matcher found = PEM.matcher(pem);
        while (found.find()) {
            try {
                byte[] der = Base64.getMimeDecoder().decode(found.group(1));
                keys.byName.put(
                        Canonical.hash(der).substring(0, 16),
                        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new WrongException("a public key is not an Ed25519 key");
            }
        }
        if (keys.byName.isEmpty()) {
            throw new WrongException("there is no public key in PEM form");
        }
        return keys;
    }

    void check(Checkpoint checkpoint) throws WrongException {
        PublicKey key = byName.get(checkpoint.key());
        if (key == null) {
            throw new WrongException("it is signed with the unknown key " + checkpoint.key());
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(checkpoint.signed());
            if (!signature.verify(checkpoint.signature())) {
                throw new WrongException("the signature does not match");
            }
        } catch (GeneralSecurityException e) {
            throw new WrongException("the signature does not match");
        }
    }
}
