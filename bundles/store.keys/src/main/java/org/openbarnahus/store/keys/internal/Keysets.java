// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbarnahus.core.service.store.RootKeys;

/**
 * AES-256-GCM keysets, one file each, wrapped by the root key. A keyset's name is bound to its file: exchanged files do not
 * open.
 */
final class Keysets {
    private static final String ENDING = ".keyset";
    private static final Pattern VERSION = Pattern.compile(".*\\.[1-9][0-9]{0,5}");
    private static final Parameters INDEX = PredefinedPrfParameters.HMAC_SHA256_PRF;
    private static final Parameters STREAM = PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB;

    private final KeyDirectory directory;
    private final Roots roots;

    Keysets(KeyDirectory directory, SecureRandom random, Roots.Place place) {
        this.directory = directory;
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library of keys cannot be used", e);
        }
        roots = new Roots(directory, random, place, directory.hasAny(ENDING));
    }

    Versions loadOrCreate(String name) {
        existingOrNew(name, PredefinedAeadParameters.AES256_GCM);
        return load(name).orElseThrow();
    }

    /** All versions, the newest last: {@code name.keyset}, then {@code name.2.keyset} and so on. */
    Optional<Versions> load(String name) {
        List<Versions.Opened> opened = new ArrayList<>();
        for (String file : files(name)) {
            opened.add(aead(file, directory.read(file + ENDING).orElseThrow()));
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
        existingOrNew(name, STREAM);
        return streaming(name).orElseThrow();
    }

    /** The newest encrypts, each of its versions decrypts. */
    Optional<StreamingAead> streaming(String name) {
        KeysetHandle.Builder all = KeysetHandle.newBuilder();
        int versions = 0;
        for (String file : files(name)) {
            byte[] wrapped = directory.read(file + ENDING).orElseThrow();
            Key key = primary(file, wrapped);
            // the last one stays the primary
            all.addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary());
            versions++;
        }
        return versions == 0 ? Optional.empty() : Optional.of(stream(name, all));
    }

    /** Makes the next version, as {@link #next} does for short texts. */
    void nextStream(String name) {
        existingOrNew(numbered(name, files(name).size() + 1), STREAM);
    }

    BlindIndex indexOrCreate(String name) {
        existingOrNew(name, INDEX);
        List<Prf> keys = new ArrayList<>();
        for (String file : files(name)) {
            keys.add(prf(file, directory.read(file + ENDING).orElseThrow()));
        }
        return new BlindIndex(keys);
    }

    void nextIndex(String name) {
        existingOrNew(numbered(name, files(name).size() + 1), INDEX);
    }

    private static String numbered(String name, int version) {
        return version == 1 ? name : name + "." + version;
    }

    /** Names of all versions, the newest last, without the ending. */
    List<String> files(String name) {
        List<String> files = new ArrayList<>();
        String file = name;
        while (directory.read(file + ENDING).isPresent()) {
            files.add(file);
            file = name + "." + (files.size() + 1);
        }
        return files;
    }

    /** Names of all keys, without the numbers of their versions. */
    List<String> kinds() {
        return all().stream().filter(name -> !VERSION.matcher(name).matches()).toList();
    }

    /** When the newest of the name was made. */
    Optional<Instant> made(String name) {
        List<String> files = files(name);
        return files.isEmpty() ? Optional.empty() : directory.made(files.getLast() + ENDING);
    }

    /** Not while everything is wrapped anew: what is made lies under the newest root key. */
    private synchronized byte[] existingOrNew(String name, Parameters kind) {
        return directory.read(name + ENDING).orElseGet(() -> directory.create(name + ENDING, wrappedNew(name, kind)));
    }

    private byte[] wrappedNew(String name, Parameters kind) {
        try {
            return wrapped(name, KeysetHandle.generateNew(kind));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    private byte[] wrapped(String name, KeysetHandle keyset) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, roots.current(), binding(name));
    }

    /** A new root key, with every keyset wrapped anew by it; what was interrupted before is done first. */
    synchronized RootKeys renewRoot() {
        rewrap();
        roots.renew();
        return rewrap();
    }

    /** Wraps every keyset by the newest root key that is not yet. What no root key opens is left as it is, and counted. */
    synchronized RootKeys rewrap() {
        for (String name : all()) {
            if (!underTheNewest(name)) {
                rewrap(name);
            }
        }
        return state();
    }

    synchronized RootKeys state() {
        List<String> names = all();
        int wrapped = (int) names.stream().filter(this::underTheNewest).count();
        return new RootKeys(
                roots.where(),
                names.size(),
                wrapped,
                roots.earlier().stream().map(Roots.Root::file).toList());
    }

    private List<String> all() {
        return directory.names().stream()
                .filter(file -> file.endsWith(ENDING))
                .map(file -> file.substring(0, file.length() - ENDING.length()))
                .toList();
    }

    private boolean underTheNewest(String name) {
        return directory
                .read(name + ENDING)
                .filter(wrapped -> open(name, wrapped, roots.current()).isPresent())
                .isPresent();
    }

    private void rewrap(String name) {
        byte[] before = directory.read(name + ENDING).orElseThrow();
        roots.earlier().stream()
                .flatMap(root -> open(name, before, root.aead()).stream())
                .findFirst()
                .ifPresent(keyset -> replace(name, keyset));
    }

    private void replace(String name, KeysetHandle keyset) {
        try {
            byte[] anew = wrapped(name, keyset);
            KeysetHandle read = TinkProtoKeysetFormat.parseEncryptedKeyset(anew, roots.current(), binding(name));
            if (!read.equalsKeyset(keyset)) {
                throw new GeneralSecurityException("wrapped anew it is another key");
            }
            directory.rewrite(name + ENDING, anew);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be wrapped anew; it is as it was", e);
        }
    }

    private static Optional<KeysetHandle> open(String name, byte[] wrapped, Aead root) {
        try {
            return Optional.of(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, root, binding(name)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Key primary(String file, byte[] wrapped) {
        try {
            return unwrapped(file, wrapped).getPrimary().getKey();
        } catch (GeneralSecurityException e) {
            throw damaged(file + ENDING, e);
        }
    }

    private Prf prf(String file, byte[] wrapped) {
        try {
            PrfSet keys = unwrapped(file, wrapped).getPrimitive(RegistryConfiguration.get(), PrfSet.class);
            return Objects.requireNonNull(keys.getPrfs().get(keys.getPrimaryId()));
        } catch (GeneralSecurityException e) {
            throw damaged(file + ENDING, e);
        }
    }

    private static StreamingAead stream(String name, KeysetHandle.Builder keys) {
        try {
            return keys.build().getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
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

    /** By the newest root key, or by one of before while a stop has left some under it. */
    private KeysetHandle unwrapped(String name, byte[] wrapped) throws GeneralSecurityException {
        return Stream.concat(
                        Stream.of(roots.current()), roots.earlier().stream().map(Roots.Root::aead))
                .flatMap(root -> open(name, wrapped, root).stream())
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no root key opens it"));
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
