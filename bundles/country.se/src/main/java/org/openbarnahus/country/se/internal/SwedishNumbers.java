// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.country.se.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.openbarnahus.spi.privacy.DigitWindow;
import org.openbarnahus.spi.privacy.Finding;
import org.openbarnahus.spi.privacy.IdentifierDetector;
import org.osgi.service.component.annotations.Component;

/**
 * Finds personnummer and samordningsnummer, with and without century and in whatever groups their digits are written, and
 * Swedish mobile numbers.
 *
 * <p>A number counts when its date exists and its check digit is right (Luhn over YYMMDDNNN; source: python-stdnum,
 * {@code se/personnummer}); a samordningsnummer has 60 added to the day.
 */
@Component
public final class SwedishNumbers implements IdentifierDetector {
    private static final Pattern ISO_DATE =
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d([-. ])(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern MOBILE =
            Pattern.compile("(?<![\\d+])07[02369](?:[ -]\\d{3}[ -]?\\d{2}[ -]?\\d{2}|[ -]?\\d{7})(?!\\d)");

    @Override
    public String id() {
        return "se.personal_numbers";
    }

    @Override
    public Set<String> countries() {
        return Set.of("SE");
    }

    @Override
    public List<Finding> find(String text) {
        List<Finding> findings = new ArrayList<>();
        List<int[]> dates = isoDates(text);
        for (int length : new int[] {12, 10}) {
            for (DigitWindow window : DigitWindow.find(text, length)) {
                if (!cutsADate(window, dates) && !within(window, findings)) {
                    kind(window).ifPresent(kind -> findings.add(finding(kind, window, dates)));
                }
            }
        }
        MOBILE.matcher(text).results().forEach(m -> findings.add(new Finding("se.phone", m.start(), m.end(), true)));
        return findings;
    }

    /** The last ten digits of a number with its century are the same number. */
    private static boolean within(DigitWindow window, List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.start() <= window.start() && window.end() <= f.end());
    }

    private static List<int[]> isoDates(String text) {
        List<int[]> spans = new ArrayList<>();
        Matcher date = ISO_DATE.matcher(text);
        while (date.find()) {
            spans.add(new int[] {date.start(), date.end()});
        }
        return spans;
    }

    /** A window that begins or ends within a written date is made of pieces of two things. */
    private static boolean cutsADate(DigitWindow window, List<int[]> dates) {
        return dates.stream()
                .anyMatch(d -> (inside(window.start(), d) && window.start() != d[0])
                        || (inside(window.end(), d) && window.end() != d[1]));
    }

    private static boolean inside(int offset, int[] span) {
        return offset >= span[0] && offset <= span[1];
    }

    private static Optional<String> kind(DigitWindow window) {
        int tail = window.digits().length() - 10;
        if (!luhn(window, tail)) {
            return Optional.empty();
        }
        int day = window.number(tail + 4, tail + 6);
        return dateExists(window, tail, day)
                ? Optional.of("se.personnummer")
                : dateExists(window, tail, day - 60) ? Optional.of("se.samordningsnummer") : Optional.empty();
    }

    private static boolean dateExists(DigitWindow window, int tail, int day) {
        int year = window.number(tail, tail + 2);
        int month = window.number(tail + 2, tail + 4);
        IntStream centuries = tail == 0 ? IntStream.of(18, 19, 20) : IntStream.of(window.number(0, 2));
        return centuries.filter(c -> c >= 18 && c <= 20).anyMatch(c -> exists(c * 100 + year, month, day));
    }

    private static boolean exists(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean luhn(DigitWindow window, int tail) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int value = window.digit(tail + i) * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return sum % 10 == 0;
    }

    /** A written date followed by four digits that may be a time or a year is one time in ten a number by chance. */
    private static Finding finding(String kind, DigitWindow window, List<int[]> dates) {
        boolean startsWithDate = dates.stream().anyMatch(d -> d[0] == window.start());
        int last = window.digits().length() - 4;
        int hours = window.number(last, last + 2);
        boolean timeOrYear = hours < 24 && (window.number(last + 2, last + 4) < 60 || hours == 19 || hours == 20);
        return new Finding(kind, window.start(), window.end(), !(startsWithDate && timeOrYear));
    }
}
