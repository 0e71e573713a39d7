// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.privacy.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbarnahus.spi.privacy.Finding;

public final class ContactDetectorTest {
    private final ContactDetector detector = new ContactDetector();

    private List<String> kinds(String text) {
        return detector.find(text).stream().map(Finding::kind).toList();
    }

    @Test
    public void findsEmailAddresses() {
        assertEquals(List.of("core.email"), kinds("write to anna.exempel@example.org today"));
        assertEquals(List.of("core.email"), kinds("anna(at)example.org"));
        assertEquals(List.of(new Finding("core.email", 3, 16, true)), detector.find("to a@example.org"));
    }

    @Test
    public void findsPhoneNumbersWithTheirCountryCode() {
        // numbers set aside for fiction and examples
        assertEquals(List.of("core.phone"), kinds("call +46 70 174 06 05"));
        assertEquals(List.of("core.phone"), kinds("call 0046 70-174 06 05"));
        assertEquals(List.of("core.phone"), kinds("call +44 20 7946 0018 later"));
        assertEquals(List.of("core.phone"), kinds("(+46)701740605"));
    }

    @Test
    public void leavesDatesTimesAndCaseNumbersAlone() {
        assertEquals(
                List.of(),
                kinds("2026-03-12 14:00, SE-LKP-2026-0042, 12/3 2026, +3 days, room 0012, 10 @ home, 00:30 h"));
    }

    @Test
    public void aLongTextIsReadQuickly() {
        assertEquals(List.of(), kinds("a.b-c 12 ".repeat(2_200)));
        assertEquals(List.of(), kinds("a".repeat(20_000)));
    }
}
