// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

/**
 * What somebody signs in with.
 *
 * @param otp six digits of RFC 6238, 30-second step
 */
public record Credentials(String username, String password, String otp) {
    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
