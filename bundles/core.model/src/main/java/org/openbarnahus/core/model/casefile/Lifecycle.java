// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.casefile.CaseState.Closed;
import org.openbarnahus.core.model.casefile.CaseState.Open;
import org.openbarnahus.core.model.casefile.CaseState.Referred;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.CoreField;

/**
 * Which activity may be recorded in which state, and the state that a timeline leads to. The state is derived from the
 * timeline, so that taking an entry off it also takes back what it caused.
 */
public final class Lifecycle {
    public static final String REFERRAL = "referral";
    public static final String CLOSURE = "closure";

    /** What may still be written down when a case has ended: what happens afterwards, not what the house does. */
    private static final Set<String> AFTER_CLOSURE =
            Set.of("justice_decision", "court_testimony", "follow_up_contact", "child_log_handed_over");

    private Lifecycle() {}

    /** Refuses an entry that the state does not allow; otherwise gives it back. */
    public static Outcome<TimelineEntry> admit(CaseState state, TimelineEntry entry) {
        boolean closed = state instanceof Closed;
        if (closed && entry.type().equals(CLOSURE)) {
            return Outcome.refused(Problem.at(ErrorCode.ALREADY_CLOSED, "type"));
        }
        if (closed && !AFTER_CLOSURE.contains(entry.type())) {
            return Outcome.refused(Problem.at(ErrorCode.CASE_CLOSED, "type"));
        }
        if (entry.type().equals(CLOSURE)
                && entry.values().code(CoreField.CLOSURE_REASON).isEmpty()) {
            return Outcome.refused(Problem.at(ErrorCode.REQUIRED, CoreField.CLOSURE_REASON.value()));
        }
        return Outcome.done(entry);
    }

    /** The state a timeline leads to: open once a referral is accepted or work has begun, closed by a closure. */
    public static CaseState stateOf(List<TimelineEntry> timeline) {
        List<TimelineEntry> kept = timeline.stream().filter(e -> !e.removed()).toList();
        Optional<TimelineEntry> closure = kept.stream()
                .filter(e -> e.type().equals(CLOSURE))
                .filter(e -> e.values().has(CoreField.CLOSURE_REASON))
                .findFirst();
        if (closure.isPresent()) {
            return new Closed(
                    closure.get().date(),
                    closure.get().values().code(CoreField.CLOSURE_REASON).orElseThrow());
        }
        return kept.stream()
                .filter(Lifecycle::opens)
                .map(TimelineEntry::date)
                .min(java.util.Comparator.naturalOrder())
                .<CaseState>map(Open::new)
                .orElseGet(Referred::new);
    }

    private static boolean opens(TimelineEntry entry) {
        return switch (entry.type()) {
            case REFERRAL ->
                entry.values()
                        .code(CoreField.ELIGIBILITY)
                        .filter("accepted"::equals)
                        .isPresent();
            case "report_received", "screening_meeting", CLOSURE -> false;
            default -> true;
        };
    }
}
