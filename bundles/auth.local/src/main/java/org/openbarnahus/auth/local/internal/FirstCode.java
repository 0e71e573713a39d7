// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one-time code that makes its reader the first administrator: of the form of every other, in the file
 * {@code first-admin-code} that only the owner of the data directory can read. The file is the truth: gone is used.
 */
final class FirstCode {
    static final String FILE = "first-admin-code";
    /** Five groups, as an earlier version made them, are as good as seven. */
    private static final Pattern CODE = Pattern.compile("([A-Z2-7]{4}-){4}([A-Z2-7]{4}-){0,2}[A-Z2-7]{4}");

    private final Path file;

    FirstCode(Path data) {
        this.file = data.resolve(FILE);
    }

    /** Keeps the code of an earlier start, so that what somebody wrote down stays right. */
    void provide() throws IOException {
        if (stored().isEmpty()) {
            PrivateFile.write(file, OneTimeCode.random() + "\n");
        }
    }

    boolean matches(String given) {
        return stored().filter(code -> MessageDigest.isEqual(bytes(code), bytes(given)))
                .isPresent();
    }

    void use() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> stored() {
        try {
            return Optional.of(Files.readString(file).strip()).filter(CODE.asMatchPredicate());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "").getBytes(StandardCharsets.UTF_8);
    }
}
