// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Lifecycle;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.value.FieldValues;

/**
 * What a save would lead to: the case as it is and as it will be, its state derived from the timeline.
 *
 * @param before absent for a case that is being opened
 * @param after as it will be; a new case still carries a provisional number
 * @param caseTouched whether the values of the case itself are written
 * @param entries timeline entries that are written, oldest first
 */
public record Draft(Optional<CaseHistory> before, CaseHistory after, boolean caseTouched, List<Touched> entries) {
    public Draft {
        entries = List.copyOf(entries);
    }

    /** A new case with the first entries of its timeline. */
    public static Draft opening(CaseFile file, List<Touched> entries) {
        List<Touched> ordered = entries.stream().sorted(BY_DAY).toList();
        List<TimelineEntry> timeline = ordered.stream().map(Touched::after).toList();
        return new Draft(Optional.empty(), new CaseHistory(derived(file, timeline), timeline), true, ordered);
    }

    /** A case whose own values change. */
    public static Draft changing(CaseHistory before, FieldValues values, SnapshotId snapshot, Stamp stamp) {
        CaseFile next = next(before.file(), values, snapshot, stamp);
        return new Draft(
                Optional.of(before),
                new CaseHistory(derived(next, before.timeline()), before.timeline()),
                true,
                List.of());
    }

    /** A timeline on which one entry is new, changed, removed or put back. The case grows by a version with it. */
    public static Draft timeline(CaseHistory before, Touched entry, Stamp stamp) {
        List<TimelineEntry> timeline = new ArrayList<>(rest(before.timeline(), entry.after()));
        timeline.add(entry.after());
        CaseFile file = before.file();
        CaseFile next = next(file, file.values(), file.snapshot(), stamp);
        return new Draft(
                Optional.of(before), new CaseHistory(derived(next, timeline), timeline), false, List.of(entry));
    }

    public CaseFile file() {
        return after.file();
    }

    /** Whether the case itself must now satisfy what is asked for before closure. */
    boolean closes() {
        boolean wasClosed =
                before.map(b -> b.file().state() instanceof CaseState.Closed).orElse(false);
        return file().state() instanceof CaseState.Closed && (caseTouched || !wasClosed);
    }

    boolean stateChanges() {
        return before.map(b -> !b.file().state().equals(file().state())).orElse(false);
    }

    Draft due(Optional<NextDue> due) {
        CaseFile f = file();
        return withFile(new CaseFile(
                f.id(),
                f.number(),
                f.service(),
                f.state(),
                f.values(),
                f.snapshot(),
                f.version(),
                f.created(),
                f.changed(),
                due));
    }

    Draft numbered(CaseNumber number) {
        CaseFile f = file();
        return withFile(new CaseFile(
                f.id(),
                number,
                f.service(),
                f.state(),
                f.values(),
                f.snapshot(),
                f.version(),
                f.created(),
                f.changed(),
                f.nextDue()));
    }

    /** The timeline without the entry. */
    static List<TimelineEntry> rest(List<TimelineEntry> timeline, TimelineEntry entry) {
        return timeline.stream().filter(e -> !e.id().equals(entry.id())).toList();
    }

    /** A closure stands last on its day, so that what happened the same day still happened before it. */
    private static final Comparator<Touched> BY_DAY = Comparator.<Touched, java.time.LocalDate>comparing(
                    t -> t.after().date())
            .thenComparing(t -> t.after().type().equals(Lifecycle.CLOSURE));

    private Draft withFile(CaseFile file) {
        return new Draft(before, new CaseHistory(file, after.timeline()), caseTouched, entries);
    }

    private static CaseFile next(CaseFile f, FieldValues values, SnapshotId snapshot, Stamp stamp) {
        return new CaseFile(
                f.id(),
                f.number(),
                f.service(),
                f.state(),
                values,
                snapshot,
                f.version() + 1,
                f.created(),
                stamp,
                f.nextDue());
    }

    private static CaseFile derived(CaseFile f, List<TimelineEntry> timeline) {
        return new CaseFile(
                f.id(),
                f.number(),
                f.service(),
                Lifecycle.stateOf(timeline),
                f.values(),
                f.snapshot(),
                f.version(),
                f.created(),
                f.changed(),
                f.nextDue());
    }
}
