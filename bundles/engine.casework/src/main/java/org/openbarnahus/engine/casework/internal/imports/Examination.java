// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.command.ImportCases;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.query.ImportReport;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.NewCase;
import org.openbarnahus.engine.casework.internal.save.Save;
import org.openbarnahus.engine.casework.internal.save.SaveGates;

/** Two files under the gates: which cases are good, and everything that is wrong with the others. Writes nothing. */
final class Examination {
    static final int MAX_CASES = 5_000;
    static final int MAX_ENTRIES = 100_000;
    private static final String CASES = "cases";
    private static final String TIMELINE = "timeline";
    private static final Pattern PLACE = Pattern.compile("timeline\\[(\\d+)]\\.(.*)");

    private final Caller caller;
    private final SchemaSnapshot law;
    private final SaveGates gates;
    private final Findings findings = new Findings();
    private final List<Save> good = new ArrayList<>();
    private int caseRows;
    private int entryRows;

    Examination(Caller caller, SchemaSnapshot law, SaveGates gates) {
        this.caller = caller;
        this.law = law;
        this.gates = gates;
    }

    Examination of(ImportCases files, PrivacyGate privacy) {
        boolean withTimeline = !files.timeline().isBlank();
        Optional<Sheet> cases = new CsvReader(CASES, MAX_CASES, findings).read(files.cases());
        Optional<Sheet> timeline =
                withTimeline ? new CsvReader(TIMELINE, MAX_ENTRIES, findings).read(files.timeline()) : Optional.empty();
        caseRows = cases.map(s -> s.lines().size()).orElse(0);
        entryRows = timeline.map(s -> s.lines().size()).orElse(0);
        Headers headers = new Headers(law);
        cases.ifPresent(s -> headers.checkCases(s, withTimeline, findings));
        timeline.ifPresent(s -> headers.checkTimeline(s, findings));
        if (!findings.unreadable()) {
            ReferenceScreen screen = new ReferenceScreen(privacy, caller.actor().country());
            new RowReader(law, caller.today(), screen, findings)
                    .read(cases.orElseThrow(), timeline)
                    .forEach(this::judge);
        }
        return this;
    }

    List<Save> good() {
        return List.copyOf(good);
    }

    boolean clean() {
        return !findings.any();
    }

    ImportReport report(boolean written) {
        int entries = good.stream().mapToInt(s -> s.draft().entries().size()).sum();
        return new ImportReport(written, caseRows, entryRows, good.size(), entries, findings.inFileOrder());
    }

    /** Gates are asked also about a case that is bad already, so that all that is wrong with it is said at once. */
    private void judge(Rows rows) {
        Outcome<Save> outcome = NewCase.draft(caller, law, rows.command(), UUID::randomUUID)
                .map(draft -> Save.of(caller, AuditEntry.Action.IMPORT, law, draft))
                .then(gates::check);
        switch (outcome) {
            case Outcome.Done<Save> done -> {
                if (rows.good()) {
                    good.add(done.value());
                }
            }
            case Outcome.Refused<Save> refused -> refused.problems().forEach(p -> note(rows, p));
        }
    }

    private void note(Rows rows, Problem problem) {
        Matcher place = PLACE.matcher(problem.path());
        if (place.matches()) {
            int line = rows.entryLine(Integer.parseInt(place.group(1)));
            String path = place.group(2);
            findings.row(TIMELINE, line, column(path), new Problem(problem.code(), path, problem.arguments()));
        } else {
            findings.row(CASES, rows.line(), column(problem.path()), problem);
        }
    }

    /** {@code suspects[0].relation} stands in the column suspects; the id of a rule stands in none. */
    private String column(String path) {
        int bracket = path.indexOf('[');
        String name = bracket < 0 ? path : path.substring(0, bracket);
        boolean own = name.equals(RowReader.TYPE) || name.equals(RowReader.DATE);
        boolean field = FieldId.isValid(name) && law.field(FieldId.of(name)).isPresent();
        return own || field ? name : "";
    }
}
