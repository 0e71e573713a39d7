// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Tone;

/** Says in words and colour how a limit stands. */
record DueWords(Texts texts, LocalDate today) {
    /** From so many days on, a limit is said to come soon. */
    static final int SOON = 14;

    /** An open limit that ends on the day. */
    Badge open(LocalDate due) {
        long left = ChronoUnit.DAYS.between(today, due);
        if (left < 0) {
            return new Badge(Tone.BAD, texts.count("due.overdue", -left));
        }
        if (left == 0) {
            return new Badge(Tone.BAD, texts.get("due.today"));
        }
        return new Badge(left <= SOON ? Tone.SOON : Tone.NEUTRAL, texts.count("due.left", left));
    }

    Badge of(Verdict verdict) {
        return switch (verdict.state()) {
            case RUNNING, OVERDUE ->
                verdict.due().map(this::open).orElseGet(() -> new Badge(Tone.SOON, texts.get("due.open")));
            case MET -> new Badge(Tone.GOOD, texts.get("due.met"));
            case MET_LATE -> new Badge(Tone.SOON, late(verdict));
            case FORBIDDEN -> new Badge(Tone.BAD, texts.get("due.forbidden"));
        };
    }

    private String late(Verdict verdict) {
        return verdict.due()
                .flatMap(due -> verdict.metOn().map(met -> ChronoUnit.DAYS.between(due, met)))
                .filter(days -> days > 0)
                .map(days -> texts.count("due.late", days))
                .orElse(texts.get("due.met-late"));
    }
}
