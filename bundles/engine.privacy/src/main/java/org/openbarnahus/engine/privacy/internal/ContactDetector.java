// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.privacy.internal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.spi.privacy.Finding;
import org.openbarnahus.spi.privacy.IdentifierDetector;
import org.osgi.service.component.annotations.Component;

/**
 * Finds ways to reach a person that look the same in every country: e-mail addresses, and phone numbers written with their
 * country code ({@code +46 …}, {@code 0046 …}). Numbers without one belong to the country's own detector.
 */
@Component
public final class ContactDetector implements IdentifierDetector {
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\d._%+-]{1,64}+(?:@|\\s?[(\\[](?:at|snabel-a)[)\\]]\\s?)[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{2,63}){1,4}",
            Pattern.CASE_INSENSITIVE);

    /** Any region whose prefix for calls abroad is 00 will do: only numbers with a country code are kept. */
    private static final String REGION = "SE";

    private static final int MOST_NUMBERS = 1_000;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    @Override
    public String id() {
        return "core.contacts";
    }

    @Override
    public Set<String> countries() {
        return Set.of();
    }

    @Override
    public List<Finding> find(String text) {
        List<Finding> findings = new ArrayList<>();
        Matcher email = EMAIL.matcher(text);
        while (email.find()) {
            findings.add(new Finding("core.email", email.start(), email.end(), true));
        }
        phones.findNumbers(text, REGION, Leniency.VALID, MOST_NUMBERS).forEach(match -> {
            if (abroad(match.rawString())) {
                findings.add(new Finding("core.phone", match.start(), match.end(), true));
            }
        });
        return findings;
    }

    private static boolean abroad(String number) {
        return number.startsWith("+") || number.startsWith("00") || number.startsWith("(+");
    }
}
