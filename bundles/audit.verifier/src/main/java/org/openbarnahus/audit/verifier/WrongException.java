// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

/** What is wrong with a line, in words for an auditor. */
final class WrongException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongException(String words) {
        super(words, null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
