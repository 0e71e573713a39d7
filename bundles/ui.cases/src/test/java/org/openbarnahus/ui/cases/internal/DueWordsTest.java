// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.core.model.rule.Citation;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.rule.Verdict.State;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Badge;

public class DueWordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final Texts KEYS = new Texts() {
        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }

        @Override
        public String get(String key, Object... arguments) {
            return key;
        }

        @Override
        public String count(String key, long number) {
            return key + " " + number;
        }

        @Override
        public String date(LocalDate day) {
            return day.toString();
        }
    };
    private final DueWords words = new DueWords(KEYS, TODAY);

    private static void says(String text, String className, Badge badge) {
        assertEquals(text, badge.getText());
        assertTrue(badge.getClassNames().toString(), badge.hasClassName(className));
    }

    @Test
    public void aLimitIsSaidInDaysLeft() {
        says("due.left 60", "ob-neutral", words.open(TODAY.plusDays(60)));
        says("due.left 14", "ob-soon", words.open(TODAY.plusDays(14)));
        says("due.today", "ob-bad", words.open(TODAY));
        says("due.overdue 3", "ob-bad", words.open(TODAY.minusDays(3)));
    }

    @Test
    public void aLimitMetLateSaysByHowMuch() {
        says("due.late 5", "ob-soon", words.of(verdict(State.MET_LATE, TODAY.minusDays(10), TODAY.minusDays(5))));
        says("due.met", "ob-good", words.of(verdict(State.MET, TODAY, TODAY.minusDays(5))));
    }

    private static Verdict verdict(State state, LocalDate due, LocalDate met) {
        Citation law = new Citation("Law 1 §", Optional.empty(), true);
        return new Verdict(
                "se.rule", state, Optional.of(TODAY.minusDays(90)), Optional.of(due), Optional.of(met), false, law);
    }
}
