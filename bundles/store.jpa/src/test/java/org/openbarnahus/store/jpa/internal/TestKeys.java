// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.DataKey;
import org.openbarnahus.core.service.store.KeyAge;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.RootKeys;

/** Keys in memory with real AES-GCM, so that a cipher text read under the wrong context fails here too. */
final class TestKeys implements KeyService {
    private static final int NONCE = 12;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final Map<ServiceId, Integer> versions = new ConcurrentHashMap<>();
    final AtomicInteger decrypted = new AtomicInteger();
    /** How many root keys there were, and which of them wraps everything. */
    final AtomicInteger roots = new AtomicInteger();

    volatile List<KeyAge> ages = List.of();

    final AtomicInteger wrapped = new AtomicInteger();

    @Override
    public byte[] encrypt(ServiceId tenant, byte[] plain, String context) {
        int version = newest(tenant);
        return ByteBuffer.allocate(5 + NONCE + plain.length + 16)
                .put((byte) 1)
                .putInt(version)
                .put(sealed(key("tenant " + tenant + version), plain, context))
                .array();
    }

    @Override
    public byte[] decrypt(ServiceId tenant, byte[] cipher, String context) {
        decrypted.incrementAndGet();
        if (cipher.length < VERSION_BYTES + NONCE) {
            throw new IllegalStateException("a cipher text was cut");
        }
        int version = ByteBuffer.wrap(cipher, 1, 4).getInt();
        return opened(key("tenant " + tenant + version), Arrays.copyOfRange(cipher, 5, cipher.length), context);
    }

    @Override
    public byte[] newDataKey(ServiceId tenant, String context) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return encrypt(tenant, key, context);
    }

    @Override
    public DataKey dataKey(ServiceId tenant, byte[] wrapped, String context) {
        byte[] key = decrypt(tenant, wrapped, context);
        return new DataKey() {
            @Override
            public byte[] encrypt(byte[] plain, String place) {
                return sealed(key, plain, place);
            }

            @Override
            public byte[] decrypt(byte[] cipher, String place) {
                return opened(key, cipher, place);
            }
        };
    }

    @Override
    public byte[] rewrapped(ServiceId tenant, byte[] wrapped, String context) {
        return encrypt(tenant, decrypt(tenant, wrapped, context), context);
    }

    @Override
    public boolean isNewest(ServiceId tenant, byte[] cipher) {
        return ByteBuffer.wrap(cipher, 1, 4).getInt() == newest(tenant);
    }

    @Override
    public int versions(ServiceId tenant) {
        return newest(tenant) + 1;
    }

    @Override
    public int version(ServiceId tenant, byte[] beginning) {
        return ByteBuffer.wrap(beginning, 1, 4).getInt() + 1;
    }

    @Override
    public void renew(ServiceId tenant) {
        versions.merge(tenant, 1, Integer::sum);
    }

    @Override
    public RootKeys renewRoot() {
        roots.incrementAndGet();
        return rewrap();
    }

    @Override
    public RootKeys rewrap() {
        wrapped.set(roots.get());
        return root();
    }

    @Override
    public RootKeys root() {
        return new RootKeys("memory", 1, wrapped.get() == roots.get() ? 1 : 0, List.of());
    }

    @Override
    public void renewSite() {
        renew(new ServiceId(new java.util.UUID(0, 0)));
        indexes.incrementAndGet();
    }

    @Override
    public List<KeyAge> ages() {
        return ages;
    }

    final AtomicInteger indexes = new AtomicInteger(1);

    @Override
    public List<byte[]> blindIndexes(byte[] value, String context) {
        List<byte[]> hashes = new java.util.ArrayList<>();
        for (int version = indexes.get(); version > 0; version--) {
            try {
                javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key("index " + version), "HmacSHA256"));
                mac.update(context.getBytes(StandardCharsets.UTF_8));
                hashes.add(mac.doFinal(value));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return hashes;
    }

    private int newest(ServiceId tenant) {
        return versions.getOrDefault(tenant, 0);
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

    private byte[] sealed(byte[] key, byte[] plain, String context) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] cipher = run(Cipher.ENCRYPT_MODE, key, nonce, plain, context);
        return ByteBuffer.allocate(NONCE + cipher.length).put(nonce).put(cipher).array();
    }

    private static byte[] opened(byte[] key, byte[] sealed, String context) {
        return run(
                Cipher.DECRYPT_MODE,
                key,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length),
                context);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] input, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a cipher text was changed or moved", e);
        }
    }
}
