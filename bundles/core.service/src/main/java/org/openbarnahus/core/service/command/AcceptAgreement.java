// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

/**
 * Signing the user agreement.
 *
 * @param hash of the text that was read: another one is refused
 */
public record AcceptAgreement(
        int version, String language, String hash, String name, String title, String organisation) {
    /** Keeps names out of logs. */
    @Override
    public String toString() {
        return "AcceptAgreement[" + version + "]";
    }
}
