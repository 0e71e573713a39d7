// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The byte form that is hashed and signed: each item as its length in bytes (four, big-endian) and its UTF-8 bytes. */
final class Canonical {
    static final String ZEROS = "0".repeat(64);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CHAIN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

    private Canonical() {}

    static byte[] bytes(String... items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        for (String item : items) {
            byte[] text = item.getBytes(StandardCharsets.UTF_8);
            for (int shift = 24; shift >= 0; shift -= 8) {
                bytes.write(text.length >>> shift);
            }
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Refuses what has not its one written form, so that no two lines say the same. */
    static void requireForms(String chain, String at, String... hashes) throws WrongException {
        if (!CHAIN.matcher(chain).matches()) {
            throw new WrongException("the chain is not a UUID in lower case");
        }
        if (!TIME.matcher(at).matches()) {
            throw new WrongException("the time is not UTC in microseconds");
        }
        for (String hash : hashes) {
            if (!HASH.matcher(hash).matches()) {
                throw new WrongException("a hash is not 64 lower-case hexadecimal digits");
            }
        }
    }
}
