// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What is sealed as a stream, whole. */
final class Sealed {
    private Sealed() {}

    static byte[] backup(FileKeys keys, byte[] plain) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = keys.sealing(sealed, "backup")) {
            out.write(plain);
        }
        return sealed.toByteArray();
    }

    static byte[] opened(FileKeys keys, byte[] sealed, String purpose) throws IOException {
        try (InputStream in = keys.opening(new ByteArrayInputStream(sealed), purpose)) {
            return in.readAllBytes();
        }
    }

    static byte[] opened(FileKeys keys, byte[] backup) throws IOException {
        return opened(keys, backup, "backup");
    }
}
