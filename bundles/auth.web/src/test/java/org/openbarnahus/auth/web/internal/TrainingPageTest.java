// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.core.service.query.Training;
import org.openbarnahus.core.service.query.TrainingState;

public class TrainingPageTest {
    private static final Instant DUE = Instant.parse("2026-03-12T08:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-03-27T00:00:00Z");
    private static final Training TRAINING = new Training(
            1,
            "en",
            List.of("A <point>"),
            List.of(
                    new Training.Question("q1", "One & two?", Map.of("a", "Yes", "b", "<b>No</b>"), "Because <i>."),
                    new Training.Question("q2", "Three?", Map.of("a", "Yes", "b", "No"), "Why not.")));

    private static TrainingPage page(Map<String, String> chosen, Map<String, String> errors) {
        return new TrainingPage(new Texts(Locale.ENGLISH), TRAINING, chosen, errors);
    }

    private static String state(boolean passed, boolean remind, boolean ended) {
        Optional<Instant> before = passed ? Optional.of(DUE.minusSeconds(1)) : Optional.empty();
        return page(Map.of(), Map.of()).state(new TrainingState(before, DUE, ENDS, remind, ended));
    }

    @Test
    public void itSaysUntilWhenByWhenOrThatNothingElseIsOpen() {
        assertTrue(state(true, false, false).contains("It is due again on <strong>12 March 2026"));
        assertTrue(state(true, true, false).contains("Please pass by <strong>26 March 2026"));
        assertTrue(state(false, true, false).contains("Please pass by <strong>26 March 2026"));
        assertTrue(state(false, true, true).contains("Nothing else opens"));
    }

    @Test
    public void onlyWhatIsWrongIsMarkedAndWhatWasChosenStays() {
        String html = page(Map.of("q1", "b"), Map.of("q1", "Not right.", "q2", "Missing."))
                .questions();
        assertTrue(html, html.contains("name=\"q1\" value=\"b\" required checked>"));
        assertFalse(html, html.contains("value=\"a\" required checked"));
        assertTrue(html, html.contains("id=\"q1-error\">Not right. Because &lt;i&gt;.</p>"));
        assertTrue("nothing to explain yet", html.contains("id=\"q2-error\">Missing.</p>"));
        assertEquals(
                "nothing is marked at first",
                -1,
                page(Map.of(), Map.of()).questions().indexOf("wrong"));
    }

    @Test
    public void textsAreText() {
        String html =
                page(Map.of(), Map.of()).points() + page(Map.of(), Map.of()).questions();
        assertTrue(html, html.contains("A &lt;point&gt;"));
        assertTrue(html, html.contains("One &amp; two?"));
        assertTrue(html, html.contains("&lt;b&gt;No&lt;/b&gt;"));
    }
}
