// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The root key {@code root.key}, a key itself or the name of one in a token, and the earlier ones as {@code root.1.key} and so on, which are there until somebody takes them
 * away. A new one takes the place of the old only after the old one lies under its number: whatever ends the program, every key
 * that wraps something is a whole file.
 */
final class Roots {
    static final String CURRENT = "root.key";

    private static final String SETTINGS = "etc/org.openbarnahus.store.keys.cfg";
    private static final Pattern EARLIER = Pattern.compile("root\\.([1-9][0-9]{0,5})\\.key");
    private static final int BYTES = 32;

    private final KeyDirectory directory;
    private final SecureRandom random;
    private final Place place;
    private Root current;
    private List<Root> earlier;

    /**
     * A root key.
     *
     * @param where in words
     */
    record Root(String file, Aead aead, String where) {}

    /**
     * Where root keys are.
     *
     * @param token for those that are in one
     * @param inToken whether the next one is made there
     */
    record Place(Optional<Token> token, boolean inToken) {
        static final Place FILE = new Place(Optional.empty(), false);

        Place {
            if (inToken && token.isEmpty()) {
                throw new IllegalStateException("root = token, but token.library is not set in " + SETTINGS);
            }
        }
    }

    /**
     * @param orphaned whether there are keys that a new root key could not open
     */
    Roots(KeyDirectory directory, SecureRandom random, Place place, boolean orphaned) {
        this.directory = directory;
        this.random = random;
        this.place = place;
        byte[] key = directory.read(CURRENT).orElseGet(() -> first(orphaned));
        this.current = opened(CURRENT, key);
        this.earlier = earlierOnes();
    }

    private byte[] first(boolean orphaned) {
        if (orphaned) {
            throw new IllegalStateException(
                    CURRENT + " is missing but keys wrapped by it exist: restore it from the backup of the keys");
        }
        return directory.create(CURRENT, fresh());
    }

    private byte[] fresh() {
        if (place.inToken()) {
            return TokenRoot.reference(place.token().orElseThrow().generate());
        }
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return key;
    }

    /** The newest of them first. */
    private List<Root> earlierOnes() {
        List<Root> found = new ArrayList<>();
        for (int number = newest(); number > 0; number--) {
            String file = name(number);
            directory.read(file).ifPresent(key -> found.add(opened(file, key)));
        }
        return List.copyOf(found);
    }

    private int newest() {
        return directory.names().stream()
                .map(EARLIER::matcher)
                .filter(Matcher::matches)
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .max()
                .orElse(0);
    }

    private static String name(int number) {
        return "root." + number + ".key";
    }

    Aead current() {
        return current.aead();
    }

    /** Of the newest, in words. */
    String where() {
        return current.where();
    }

    List<Root> earlier() {
        return earlier;
    }

    /** A new root key. Everything that is wrapped still lies under the one of before, which has a number now. */
    void renew() {
        byte[] old = directory.read(CURRENT).orElseThrow(() -> damaged(CURRENT, null));
        int number = newest();
        Optional<byte[]> last = number == 0 ? Optional.empty() : directory.read(name(number));
        // a stop may have come between the two steps: the old one has its number then
        if (last.isEmpty() || !Arrays.equals(last.get(), old)) {
            directory.create(name(number + 1), old);
        }
        byte[] key = fresh();
        directory.replace(CURRENT, key);
        current = opened(CURRENT, key);
        earlier = earlierOnes();
    }

    private Root opened(String file, byte[] key) {
        Optional<String> label = TokenRoot.label(key);
        if (label.isPresent()) {
            Token token = place.token()
                    .orElseThrow(() -> new IllegalStateException("the root key " + file + " is in a token (key "
                            + label.get() + "), but token.library is not set in " + SETTINGS));
            return new Root(file, new TokenRoot(token, label.get(), random), token.place(label.get()));
        }
        return new Root(file, aead(file, key), "file " + file);
    }

    private static Aead aead(String file, byte[] key) {
        try {
            if (key.length != BYTES) {
                throw damaged(file, null);
            }
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw damaged(file, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static IllegalStateException damaged(String file, @Nullable Throwable cause) {
        return new IllegalStateException(
                "the key file " + file
                        + " is damaged or from another installation: restore it from the backup of the keys",
                cause);
    }
}
