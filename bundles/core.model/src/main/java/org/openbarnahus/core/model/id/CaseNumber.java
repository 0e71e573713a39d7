// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.id;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number staff use for a case: country, service code, year, serial ({@code SE-LKP-2026-0042}). Issued by the system,
 * never typed, and free of birth dates and initials (PROMISE Hub guidance, core field 2).
 */
public record CaseNumber(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,6}-\\d{4}-\\d{4,6}");

    public CaseNumber {
        if (value.length() > 23 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    /**
     * @param serviceCode country and service, as {@code SE-LKP}
     * @param serial 1 or more, counted per service and year
     */
    public static CaseNumber of(String serviceCode, int year, int serial) {
        return new CaseNumber(String.format(Locale.ROOT, "%s-%04d-%04d", serviceCode, year, serial));
    }

    @Override
    public String toString() {
        return value;
    }
}
