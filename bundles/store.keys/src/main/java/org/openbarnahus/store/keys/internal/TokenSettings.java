// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Which token, and how it is reached.
 *
 * @param library the PKCS #11 module of the token's maker
 * @param slot its id; empty for the first one
 * @param key what labels of our keys begin with
 * @param limit the longest wait for one answer
 * @param pause between two attempts to find a token that is away
 */
record TokenSettings(Path library, String slot, String key, PinFile pin, Duration limit, Duration pause) {
    private static final int STICKY = 01000;
    private static final int ANYBODY_WRITES = 0002;
    private static final int OTHERS_WRITE = 0022;
    private static final Pattern SLOT = Pattern.compile("|[0-9]{1,18}|0x[0-9a-fA-F]{1,15}");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    TokenSettings {
        if (!library.isAbsolute()
                || library.toString().chars().anyMatch(c -> c < ' ')
                || !Files.isRegularFile(library)) {
            throw new IllegalStateException("token.library is no file: " + library
                    + "; set the absolute path of the token's PKCS #11 library in etc/org.openbarnahus.store.keys.cfg");
        }
        refuseOfEverybody(library);
        if (!SLOT.matcher(slot).matches()) {
            throw new IllegalStateException("token.slot is no number: " + slot);
        }
        if (!KEY.matcher(key).matches()) {
            throw new IllegalStateException("token.key is 1 to 40 of a-z, 0-9 and -: " + key);
        }
    }

    /** It runs within this process, and sees the PIN: whoever can change or replace it has both. */
    private static void refuseOfEverybody(Path library) {
        try {
            Path real = library.toRealPath();
            for (Path each = real; each != null; each = each.getParent()) {
                int mode = (int) Files.getAttribute(each, "unix:mode");
                boolean open = each.equals(real)
                        ? (mode & OTHERS_WRITE) != 0
                        : (mode & (STICKY | ANYBODY_WRITES)) == ANYBODY_WRITES;
                if (open) {
                    throw new IllegalStateException("token.library: " + each
                            + " can be written by others than its owner: chmod go-w it, and install the library anew");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("token.library cannot be looked at: " + library, e);
        }
    }

    static TokenSettings of(KeysConfig config, Duration pause) {
        return new TokenSettings(
                Path.of(config.token_library().strip()),
                config.token_slot().strip(),
                config.token_key().strip(),
                PinFile.of(config.token_pin_file().strip()),
                Duration.ofSeconds(config.token_seconds()),
                pause);
    }

    /** For Java's provider: keys that are made never leave the token, not even wrapped. */
    String provider() {
        return "--name=OpenBarnahus\nlibrary = \"" + library.toString().replace("\"", "") + "\"\n"
                + (slot.isEmpty() ? "slotListIndex = 0\n" : "slot = " + Long.decode(slot) + "\n")
                + "attributes(generate, CKO_SECRET_KEY, CKK_AES) = {\n"
                + "  CKA_SENSITIVE = true\n  CKA_EXTRACTABLE = false\n  CKA_PRIVATE = true\n"
                + "  CKA_ENCRYPT = true\n  CKA_DECRYPT = true\n}\n";
    }
}
