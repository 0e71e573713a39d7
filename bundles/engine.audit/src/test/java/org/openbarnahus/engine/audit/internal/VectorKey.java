// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.openbarnahus.core.service.store.AuditSigner;

/** The published key of the test vectors: its private half is the bytes 0 to 31. */
final class VectorKey {
    private VectorKey() {}

    static AuditSigner signer() {
        byte[] pkcs8 = new byte[48];
        System.arraycopy(HexFormat.of().parseHex("302e020100300506032b657004220420"), 0, pkcs8, 0, 16);
        for (int i = 0; i < 32; i++) {
            pkcs8[16 + i] = (byte) i;
        }
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            byte[] der = Base64.getMimeDecoder()
                    .decode(Files.readString(Path.of("../../docs/auditor/vectors/public-key.pem"))
                            .replaceAll("-----[A-Z ]+-----", ""));
            return new AuditSigner() {
                @Override
                public byte[] sign(byte[] message) {
                    try {
                        Signature signature = Signature.getInstance("Ed25519");
                        signature.initSign(key);
                        signature.update(message);
                        return signature.sign();
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                public byte[] publicKey() {
                    return der.clone();
                }
            };
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
