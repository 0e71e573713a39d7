// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.openbarnahus.core.service.store.AuditSigner;
import org.openbarnahus.core.service.store.KeyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The signing key in the key directory, made at first use: two lines of base64, PKCS #8 and SubjectPublicKeyInfo, sealed. */
@Component
public final class FileAuditSigner implements AuditSigner {
    private static final String FILE = "audit-signing.key";
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    @Activate
    public FileAuditSigner(@Reference KeyService keys) {
        this(
                Path.of(Objects.requireNonNull(
                        System.getProperty("openbarnahus.keys"), "openbarnahus.keys is not set")),
                keys);
    }

    /** Sealed as other secrets are. */
    FileAuditSigner(Path path, KeyService keys) {
        this(new SealedFiles(new KeyDirectory(path), keys::encryptSite, keys::decryptSite)
                .read(FILE, FileAuditSigner::fresh, FileAuditSigner::new));
    }

    /** In the clear, as before there was another way. */
    FileAuditSigner(Path path) {
        this(clear(new KeyDirectory(path)));
    }

    private static byte[] clear(KeyDirectory directory) {
        return directory.read(FILE).orElseGet(() -> directory.create(FILE, fresh()));
    }

    private FileAuditSigner(byte[] content) {
        List<String> lines =
                new String(content, StandardCharsets.US_ASCII).lines().toList();
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            privateKey = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0))));
            publicKey = Base64.getDecoder().decode(lines.get(1));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(factory.generatePublic(new X509EncodedKeySpec(publicKey)));
            check.update(publicKey);
            if (!check.verify(sign(publicKey))) {
                throw damaged(null);
            }
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(e);
        }
    }

    private static byte[] fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return (base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                            + base64.encodeToString(pair.getPublic().getEncoded()) + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be signed", e);
        }
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    private static IllegalStateException damaged(@org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalStateException(
                "the key file " + FILE + " is damaged: restore it from the backup of the keys", cause);
    }
}
