// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands beside a jar: one line, {@code ed25519 <fingerprint of the key> <signature in Base64>}.
 *
 * @param key fingerprint, so that a stranger's signature is told from a jar that was changed
 */
record SignatureFile(String key, byte[] signature) {
    private static final Pattern FORM = Pattern.compile("ed25519 ([0-9a-f]{64}) ([A-Za-z0-9+/]{86}==)\\s*");

    static Optional<SignatureFile> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new SignatureFile(matcher.group(1), Base64.getDecoder().decode(matcher.group(2))))
                : Optional.empty();
    }

    String text() {
        return "ed25519 " + key + " " + Base64.getEncoder().encodeToString(signature) + "\n";
    }
}
