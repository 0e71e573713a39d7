// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

/**
 * Using a one-time enrolment code.
 *
 * @param password the new one, 12 to 128 characters
 */
public record Enrol(String username, String code, String password) {
    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "Enrol[…]";
    }
}
