// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

/**
 * @param code one-time code from the first start
 * @param serviceCode 2 to 6 of A-Z0-9, the middle of case numbers ({@code LKP} in {@code SE-LKP})
 * @param country ISO 3166 code whose pack the house uses
 */
public record FirstAdministrator(
        String code, String serviceCode, String serviceName, String country, String username, String password) {
    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "FirstAdministrator[…]";
    }
}
