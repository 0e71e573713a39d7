// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

/**
 * What somebody signs in with.
 *
 * @param otp six digits of RFC 6238, 30-second step; or a recovery code
 * @param passkey what the browser made of {@link org.openbarnahus.core.service.MyAccountService#passkeyChallenge}, as
 *     JSON, in the place of a code; else empty
 */
public record Credentials(String username, String password, String otp, String passkey) {
    public Credentials(String username, String password, String otp) {
        this(username, password, otp, "");
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
