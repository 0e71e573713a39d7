// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

/**
 * CSV texts as in {@code docs/deployer/import.md}.
 *
 * @param cases one row per case
 * @param timeline one row per activity, empty text for none
 * @param keepGood write the good rows although others are bad
 */
public record ImportCases(String cases, String timeline, boolean keepGood) {
    /** Keeps case content out of logs. */
    @Override
    public String toString() {
        return "ImportCases[…]";
    }
}
