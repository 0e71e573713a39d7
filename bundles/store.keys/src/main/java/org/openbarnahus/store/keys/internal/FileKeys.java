// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.DataKey;
import org.openbarnahus.core.service.store.KeyAge;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.RootKeys;

/**
 * Keys in the directory that the system property {@code openbarnahus.keys} names. One root key, in a file or a token, wraps the keysets of each
 * tenant and one of the site; all are made at first use. A tenant's newest keyset encrypts, every one of its decrypts. Whoever has the directory can read everything, whoever loses it nothing:
 * it is backed up apart from the data.
 */
final class FileKeys implements KeyService {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");
    private static final String SITE = "site";
    private static final String BACKUP = "backup";
    private static final String INDEX = "index";
    private static final int SECRET_BYTES = 32;
    /** How long keys are used, as docs/auditor/cryptography.md says. */
    private static final int ROOT_DAYS = 731;

    private static final int KEY_DAYS = 366;

    private final KeyDirectory directory;
    private final Keysets keysets;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable BlindIndex index;
    private final ConcurrentMap<String, Versions> ciphers = new ConcurrentHashMap<>();

    FileKeys() {
        this(configured());
    }

    FileKeys(Path path) {
        this(new KeyDirectory(path));
    }

    FileKeys(KeyDirectory directory) {
        this(directory, Roots.Place.FILE);
    }

    /**
     * @throws org.openbarnahus.core.service.KeysUnavailableException when the token with the root key does not answer
     */
    FileKeys(KeyDirectory directory, Roots.Place place) {
        this.directory = directory;
        keysets = new Keysets(directory, random, place);
        cipher(SITE);
    }

    static Path configured() {
        String path = System.getProperty("openbarnahus.keys");
        if (path == null || path.isBlank()) {
            throw new IllegalStateException("the system property openbarnahus.keys must name the key directory");
        }
        return Path.of(path);
    }

    @Override
    public byte[] encrypt(ServiceId tenant, byte[] plain, String context) {
        return encrypt(cipher(name(tenant)).newest(), plain, context);
    }

    @Override
    public byte[] decrypt(ServiceId tenant, byte[] cipher, String context) {
        return decrypt(existing(tenant).of(cipher), cipher, context);
    }

    @Override
    public byte[] newDataKey(ServiceId tenant, String context) {
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        try {
            return encrypt(tenant, key, context);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public DataKey dataKey(ServiceId tenant, byte[] wrapped, String context) {
        byte[] key = decrypt(tenant, wrapped, context);
        try {
            return new ObjectKey(new AesGcmJce(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a wrapped key is no key", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public byte[] rewrapped(ServiceId tenant, byte[] wrapped, String context) {
        byte[] key = decrypt(tenant, wrapped, context);
        try {
            return encrypt(tenant, key, context);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public boolean isNewest(ServiceId tenant, byte[] cipher) {
        return existing(tenant).isNewest(cipher);
    }

    @Override
    public int versions(ServiceId tenant) {
        return known(tenant).map(each -> each.opened().size()).orElse(0);
    }

    @Override
    public int version(ServiceId tenant, byte[] beginning) {
        return known(tenant).map(each -> each.version(beginning)).orElse(0);
    }

    @Override
    public void renew(ServiceId tenant) {
        ciphers.compute(
                name(tenant),
                (name, known) -> known == null ? keysets.loadOrCreate(name).renewed() : known.renewed());
    }

    @Override
    public RootKeys renewRoot() {
        return keysets.renewRoot();
    }

    @Override
    public RootKeys rewrap() {
        return keysets.rewrap();
    }

    @Override
    public RootKeys root() {
        return keysets.state();
    }

    @Override
    public void renewSite() {
        ciphers.compute(
                SITE,
                (name, known) -> known == null ? keysets.loadOrCreate(name).renewed() : known.renewed());
        keysets.nextStream(BACKUP);
        keysets.nextIndex(INDEX);
        index = null;
    }

    @Override
    public List<KeyAge> ages() {
        Stream<KeyAge> root = directory.made(Roots.CURRENT).stream().map(made -> age("root", made, ROOT_DAYS));
        Stream<KeyAge> others = keysets.kinds().stream()
                .flatMap(name -> keysets.made(name).stream().map(made -> age(name, made, KEY_DAYS)));
        return Stream.concat(root, others).toList();
    }

    private static KeyAge age(String name, Instant made, int days) {
        return new KeyAge(name, made, made.plus(Duration.ofDays(days)));
    }

    private static String name(ServiceId tenant) {
        return "tenant-" + tenant;
    }

    @Override
    public byte[] encryptSite(byte[] plain, String context) {
        return encrypt(cipher(SITE).newest(), plain, context);
    }

    @Override
    public byte[] decryptSite(byte[] cipher, String context) {
        return decrypt(cipher(SITE).of(cipher), cipher, context);
    }

    @Override
    public List<byte[]> blindIndexes(byte[] value, String context) {
        BlindIndex known = index;
        if (known == null) {
            known = keysets.indexOrCreate(INDEX);
            index = known;
        }
        return known.of(value, context);
    }

    @Override
    public String secret(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a secret's name is 1 to 63 of a-z, 0-9 and -");
        }
        byte[] secret = new SealedFiles(directory, this::encryptSite, this::decryptSite)
                .read(name + ".secret", this::randomHex, content -> check(name + ".secret", content));
        return new String(secret, StandardCharsets.US_ASCII);
    }

    private static void check(String file, byte[] content) {
        if (!SECRET.matcher(new String(content, StandardCharsets.US_ASCII)).matches()) {
            throw new IllegalStateException(
                    "the key file " + file + " is damaged: restore it from the backup of the keys");
        }
    }

    @Override
    public OutputStream sealing(OutputStream sealed, String purpose) throws IOException {
        try {
            return keysets.streamingOrCreate(BACKUP)
                    .newEncryptingStream(sealed, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed", e);
        }
    }

    @Override
    public InputStream opening(InputStream sealed, String purpose) throws IOException {
        StreamingAead key = keysets.streaming(BACKUP)
                .orElseThrow(() -> new IOException("there is no key for backups in the key directory"));
        try {
            return key.newDecryptingStream(sealed, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException("it belongs to other keys", e);
        }
    }

    private byte[] randomHex() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
    }

    private Versions cipher(String name) {
        return ciphers.computeIfAbsent(name, keysets::loadOrCreate);
    }

    /** For decryption: a missing keyset must not be replaced by a new one that can decrypt nothing. */
    private Versions existing(ServiceId tenant) {
        return known(tenant).orElseThrow(() -> new IllegalStateException("there is no key " + name(tenant)));
    }

    private Optional<Versions> known(ServiceId tenant) {
        String name = name(tenant);
        Versions known = ciphers.get(name);
        return known != null
                ? Optional.of(known)
                : keysets.load(name).map(loaded -> ciphers.computeIfAbsent(name, n -> loaded));
    }

    static byte[] encrypt(Aead aead, byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed", e);
        }
    }

    static byte[] decrypt(Aead aead, byte[] cipher, String context) {
        try {
            return aead.decrypt(cipher, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a cipher text was changed, moved, or belongs to another key", e);
        }
    }

    /** Of one object. */
    private record ObjectKey(Aead aead) implements DataKey {
        @Override
        public byte[] encrypt(byte[] plain, String context) {
            return FileKeys.encrypt(aead, plain, context);
        }

        @Override
        public byte[] decrypt(byte[] cipher, String context) {
            return FileKeys.decrypt(aead, cipher, context);
        }
    }
}
