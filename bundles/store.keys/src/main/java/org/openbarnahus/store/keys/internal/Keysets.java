// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * AES-256-GCM keysets, one file each, wrapped by the root key. A keyset's name is bound to its file: exchanged files do not
 * open.
 */
final class Keysets {
    private static final String ROOT = "root.key";
    private static final String ENDING = ".keyset";
    private static final int ROOT_BYTES = 32;

    private final KeyDirectory directory;
    private final Aead root;

    Keysets(KeyDirectory directory, SecureRandom random) {
        this.directory = directory;
        byte[] key = directory.read(ROOT).orElseGet(() -> createRoot(random));
        try {
            if (key.length != ROOT_BYTES) {
                throw damaged(ROOT, null);
            }
            AeadConfig.register();
            StreamingAeadConfig.register();
            root = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw damaged(ROOT, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] createRoot(SecureRandom random) {
        if (directory.hasAny(ENDING)) {
            throw new IllegalStateException(
                    ROOT + " is missing but keys wrapped by it exist: restore it from the backup of the keys");
        }
        byte[] key = new byte[ROOT_BYTES];
        random.nextBytes(key);
        return directory.create(ROOT, key);
    }

    Versions loadOrCreate(String name) {
        existingOrNew(name, PredefinedAeadParameters.AES256_GCM);
        return load(name).orElseThrow();
    }

    /** All versions, the newest last: {@code name.keyset}, then {@code name.2.keyset} and so on. */
    Optional<Versions> load(String name) {
        List<Versions.Opened> opened = new ArrayList<>();
        String file = name;
        Optional<byte[]> wrapped = directory.read(file + ENDING);
        while (wrapped.isPresent()) {
            opened.add(aead(file, wrapped.get()));
            file = name + "." + (opened.size() + 1);
            wrapped = directory.read(file + ENDING);
        }
        return opened.isEmpty() ? Optional.empty() : Optional.of(new Versions(this, name, opened));
    }

    /** Makes the keyset of that file, which is new, and gives back all of the name. */
    Versions next(String name, int version) {
        existingOrNew(name + "." + version, PredefinedAeadParameters.AES256_GCM);
        return load(name).orElseThrow();
    }

    /** For what is too long to be held in memory; read back in pieces of a megabyte. */
    StreamingAead streamingOrCreate(String name) {
        byte[] wrapped = existingOrNew(name, PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
        return stream(name, wrapped);
    }

    Optional<StreamingAead> streaming(String name) {
        return directory.read(name + ENDING).map(wrapped -> stream(name, wrapped));
    }

    private byte[] existingOrNew(String name, Parameters kind) {
        return directory.read(name + ENDING).orElseGet(() -> directory.create(name + ENDING, wrappedNew(name, kind)));
    }

    private byte[] wrappedNew(String name, Parameters kind) {
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(kind);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, root, binding(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    private StreamingAead stream(String name, byte[] wrapped) {
        try {
            return unwrapped(name, wrapped).getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw damaged(name + ENDING, e);
        }
    }

    private Versions.Opened aead(String name, byte[] wrapped) {
        try {
            KeysetHandle keyset = unwrapped(name, wrapped);
            return new Versions.Opened(
                    keyset.getPrimary().getId(), keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw damaged(name + ENDING, e);
        }
    }

    private KeysetHandle unwrapped(String name, byte[] wrapped) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, root, binding(name));
    }

    private static byte[] binding(String name) {
        return ("openbarnahus.keyset|" + name).getBytes(StandardCharsets.UTF_8);
    }

    private static IllegalStateException damaged(String file, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalStateException(
                "the key file " + file
                        + " is damaged or from another installation: restore it from the backup of the keys",
                cause);
    }
}
