// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

/**
 * A Barnahus that begins to use the installation.
 *
 * @param serviceCode 2 to 6 of A-Z0-9, the middle of case numbers ({@code LKP} in {@code SE-LKP})
 * @param country ISO 3166 code whose pack the house uses
 */
public record NewHouse(String serviceCode, String name, String country) {
    /** As in case numbers: {@code SE-LKP}. */
    public String code() {
        return country + "-" + serviceCode;
    }
}
