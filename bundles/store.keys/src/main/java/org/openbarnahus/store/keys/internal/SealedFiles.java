// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Small secrets in the key directory, sealed under the key of the site and so under the root: without the root key, which may be
 * in a token, the folder opens nothing. What an earlier version has left in the clear is sealed when it is read.
 *
 * @param seal and {@code open}: with a context that binds a file's content to its name
 */
record SealedFiles(KeyDirectory directory, Crypt seal, Crypt open) {
    private static final byte[] MARK = "openbarnahus-sealed/1\n".getBytes(StandardCharsets.US_ASCII);

    /** One direction. */
    @FunctionalInterface
    interface Crypt {
        byte[] run(byte[] text, String context);
    }

    /**
     * @param fresh makes the content of a file that is not there
     * @param check throws when the content is damaged: nothing is written then
     * @throws IllegalStateException when it is damaged, or was that of another file
     */
    byte[] read(String file, Supplier<byte[]> fresh, Consumer<byte[]> check) {
        byte[] content = directory.read(file).orElseGet(() -> directory.create(file, sealed(file, fresh.get())));
        boolean clear = !Arrays.equals(MARK, 0, MARK.length, content, 0, Math.min(MARK.length, content.length));
        byte[] plain = clear ? content : opened(file, content);
        check.accept(plain);
        if (clear) {
            directory.rewrite(file, sealed(file, plain));
        }
        return plain;
    }

    private byte[] sealed(String file, byte[] plain) {
        byte[] text = Base64.getEncoder().encode(seal.run(plain, context(file)));
        byte[] all = Arrays.copyOf(MARK, MARK.length + text.length);
        System.arraycopy(text, 0, all, MARK.length, text.length);
        return all;
    }

    private byte[] opened(String file, byte[] content) {
        try {
            byte[] sealed = Base64.getDecoder().decode(Arrays.copyOfRange(content, MARK.length, content.length));
            return open.run(sealed, context(file));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IllegalStateException(
                    "the key file " + file + " is damaged: restore it from the backup of the keys", e);
        }
    }

    private static String context(String file) {
        return "key-file|" + file;
    }
}
