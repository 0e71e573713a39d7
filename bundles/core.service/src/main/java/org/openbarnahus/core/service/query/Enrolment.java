// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

/**
 * Second factor of a new account, shown once.
 *
 * @param secret base32, 160 bits
 * @param uri {@code otpauth://} address for an authenticator app
 */
public record Enrolment(String username, String secret, String uri) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Enrolment[" + username + "]";
    }
}
