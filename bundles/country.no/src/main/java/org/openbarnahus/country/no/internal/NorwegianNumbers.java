// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.country.no.internal;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openbarnahus.spi.privacy.DigitWindow;
import org.openbarnahus.spi.privacy.Finding;
import org.openbarnahus.spi.privacy.IdentifierDetector;
import org.osgi.service.component.annotations.Component;

/**
 * Finds fødselsnummer and D-nummer (40 added to the day), help and synthetic test numbers included (40 or 80 added to the
 * month), in whatever groups their digits are written.
 *
 * <p>A number counts when its date exists and both check digits are right. From 2032 the first check digit may leave the
 * remainders 0 to 3; a detector must know that rule already, because it costs nothing (source: navikt/fnrvalidator).
 */
@Component
public final class NorwegianNumbers implements IdentifierDetector {
    private static final int LENGTH = 11;
    private static final int[] FIRST_WEIGHTS = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int MOST_REMAINDER = 3;

    @Override
    public String id() {
        return "no.personal_numbers";
    }

    @Override
    public Set<String> countries() {
        return Set.of("NO");
    }

    @Override
    public List<Finding> find(String text) {
        List<Finding> findings = new ArrayList<>();
        for (DigitWindow window : DigitWindow.find(text, LENGTH)) {
            if (remainder(window, FIRST_WEIGHTS) > MOST_REMAINDER || remainder(window, SECOND_WEIGHTS) != 0) {
                continue;
            }
            int day = window.number(0, 2);
            if (dateExists(window, day)) {
                findings.add(new Finding("no.fodselsnummer", window.start(), window.end(), true));
            } else if (dateExists(window, day - 40)) {
                findings.add(new Finding("no.dnummer", window.start(), window.end(), true));
            }
        }
        return findings;
    }

    private static int remainder(DigitWindow window, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * window.digit(i);
        }
        return sum % 11;
    }

    private static boolean dateExists(DigitWindow window, int day) {
        int written = window.number(2, 4);
        int month = written > 80 ? written - 80 : written > 40 ? written - 40 : written;
        boolean leapDay = day == 29 && month == 2;
        try {
            MonthDay.of(month, day);
            return !leapDay || window.number(4, 6) % 4 == 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
