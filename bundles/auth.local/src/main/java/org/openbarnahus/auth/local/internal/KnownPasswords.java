// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Passwords that became known elsewhere: a file as Have I Been Pwned gives it out, one line for each, its SHA-1 in hexadecimal
 * and how often it was seen, ordered by the hash. It may have any size; a question reads some forty places of it.
 *
 * @param file null when the deployer has none
 */
record KnownPasswords(@Nullable Path file) {
    private static final int HASH = 40;

    static KnownPasswords none() {
        return new KnownPasswords(null);
    }

    /**
     * @throws UncheckedIOException when the file cannot be read, or is another: nothing is let through unseen
     */
    boolean contains(String password) {
        if (file == null) {
            return false;
        }
        try (RandomAccessFile list = new RandomAccessFile(file.toFile(), "r")) {
            return contains(list, hash(password));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of known passwords cannot be read: " + file, e);
        }
    }

    private static boolean contains(RandomAccessFile list, String wanted) throws IOException {
        long low = 0;
        long high = list.length();
        // the line that begins at low or later and before high is the only one that can be it
        while (low < high) {
            long start = lineAfter(list, low + (high - low) / 2, low);
            if (start >= high) {
                high = low + (high - low) / 2;
                continue;
            }
            int order = line(list, start).compareTo(wanted);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = list.getFilePointer();
            } else {
                high = start;
            }
        }
        return false;
    }

    /** Where the first line begins at that place or later; a line begins at {@code known}. */
    private static long lineAfter(RandomAccessFile list, long place, long known) throws IOException {
        if (place == known) {
            return known;
        }
        list.seek(place - 1);
        list.readLine();
        return list.getFilePointer();
    }

    private static String line(RandomAccessFile list, long start) throws IOException {
        list.seek(start);
        String line = list.readLine();
        if (line == null || line.length() < HASH || !hexadecimal(line)) {
            throw new IOException("line at byte " + start + " does not begin with a SHA-1 in hexadecimal");
        }
        return line.substring(0, HASH).toUpperCase(java.util.Locale.ROOT);
    }

    private static boolean hexadecimal(String line) {
        return line.chars().limit(HASH).allMatch(HexFormat::isHexDigit);
    }

    private static String hash(String password) {
        try {
            // its speed does not matter here: it finds a line in a list that everybody has
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().withUpperCase().formatHex(sha1.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
