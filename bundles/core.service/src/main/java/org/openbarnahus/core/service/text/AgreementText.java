// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The user agreement that holds in a house that has published none of its own: the six commitments of the template in
 * PROMISE's guidance on data protection for the Hub.
 */
public final class AgreementText {
    public static final int BUILT_IN_VERSION = 1;

    private static final Map<String, String> BUILT_IN =
            List.of("en", "sv", "nb").stream().collect(Collectors.toUnmodifiableMap(code -> code, AgreementText::read));

    private AgreementText() {}

    /** Texts by two-letter language. */
    public static Map<String, String> builtIn() {
        return BUILT_IN;
    }

    /** SHA-256 of the text's UTF-8, in hex. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String read(String language) {
        String file = "agreement_" + language + ".txt";
        try (InputStream in = Objects.requireNonNull(AgreementText.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
