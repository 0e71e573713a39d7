// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyService;

/** Keys in memory with real AES-GCM, so that a cipher text read under the wrong context fails here too. */
final class TestKeys implements KeyService {
    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    final AtomicInteger decrypted = new AtomicInteger();

    @Override
    public byte[] encrypt(ServiceId tenant, byte[] plain, String context) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        byte[] cipher = run(Cipher.ENCRYPT_MODE, "tenant " + tenant, nonce, plain, context);
        byte[] result = Arrays.copyOf(nonce, 12 + cipher.length);
        System.arraycopy(cipher, 0, result, 12, cipher.length);
        return result;
    }

    @Override
    public byte[] decrypt(ServiceId tenant, byte[] cipher, String context) {
        decrypted.incrementAndGet();
        byte[] nonce = Arrays.copyOf(cipher, 12);
        return run(
                Cipher.DECRYPT_MODE, "tenant " + tenant, nonce, Arrays.copyOfRange(cipher, 12, cipher.length), context);
    }

    @Override
    public byte[] encryptSite(byte[] plain, String context) {
        return encrypt(new ServiceId(new java.util.UUID(0, 0)), plain, context);
    }

    @Override
    public byte[] decryptSite(byte[] cipher, String context) {
        return decrypt(new ServiceId(new java.util.UUID(0, 0)), cipher, context);
    }

    @Override
    public String secret(String name) {
        return java.util.HexFormat.of().formatHex(key("secret " + name));
    }

    /** All at once, when closed. */
    @Override
    public OutputStream sealing(OutputStream sealed, String purpose) {
        return new ByteArrayOutputStream() {
            private boolean closed;

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    sealed.write(encryptSite(toByteArray(), purpose));
                    sealed.close();
                }
            }
        };
    }

    @Override
    public InputStream opening(InputStream sealed, String purpose) throws IOException {
        try {
            return new ByteArrayInputStream(decryptSite(sealed.readAllBytes(), purpose));
        } catch (RuntimeException e) {
            throw new IOException("not ours", e);
        }
    }

    private byte[] key(String name) {
        return keys.computeIfAbsent(name, n -> {
            byte[] key = new byte[32];
            random.nextBytes(key);
            return key;
        });
    }

    private byte[] run(int mode, String key, byte[] nonce, byte[] input, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(key), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a cipher text was changed or moved", e);
        }
    }
}
