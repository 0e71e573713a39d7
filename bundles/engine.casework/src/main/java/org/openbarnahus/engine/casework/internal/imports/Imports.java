// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.ImportService;
import org.openbarnahus.core.service.command.ImportCases;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.CountryReady;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.ImportReport;
import org.openbarnahus.core.service.store.DuplicateRequestException;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.RequestRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Callers;
import org.openbarnahus.engine.casework.internal.save.Fingerprint;
import org.openbarnahus.engine.casework.internal.save.Save;
import org.openbarnahus.engine.casework.internal.save.SaveGates;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Import from CSV: all rows, or the good ones, or none, in one transaction; the same files are taken in once. */
@Component(service = ImportService.class)
public final class Imports implements ImportService {
    private static final int MAX_SIZE = 20 * 1024 * 1024;
    /** Ten thousands of rows in one transaction, on a slow machine that has other work too. */
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Requests are kept by user; files are recognised whoever of the house sends them. */
    private static final String ANYBODY = "import";

    private final Callers callers;
    private final SaveGates gates;
    private final PrivacyGate privacy;
    private final TenantStore store;
    private final SiteStore site;
    private final PaceGate pace;

    @Activate
    public Imports(
            @Reference CountryReady law,
            @Reference CaseGate access,
            @Reference SchemaGate schema,
            @Reference PrivacyGate privacy,
            @Reference RuleGate rules,
            @Reference TenantStore store,
            @Reference SiteStore site,
            @Reference TimeSource time,
            @Reference PaceGate pace) {
        this.callers = new Callers(access, schema, new ServiceClock(time, site));
        this.gates = new SaveGates(access, schema, privacy, rules);
        this.privacy = privacy;
        this.store = store;
        this.site = site;
        this.pace = pace;
    }

    @Override
    public Outcome<ImportReport> check(Session session, ImportCases files) {
        return callers.admit(session, Permission.CASE_IMPORT)
                .then(caller -> inTurn(session, () -> examine(caller, files).map(exam -> exam.report(false))));
    }

    @Override
    public Outcome<ImportReport> run(Session session, ImportCases files) {
        return callers.admit(session, Permission.CASE_IMPORT)
                .then(caller -> inTurn(session, () -> examine(caller, files).map(exam -> kept(caller, files, exam))));
    }

    private Outcome<ImportReport> inTurn(Session session, Supplier<Outcome<ImportReport>> work) {
        return pace.file(session)
                .<Outcome<ImportReport>>map(Outcome::refused)
                .orElseGet(() -> pace.heavy(session, work));
    }

    @Override
    public Outcome<String> template(Session session, boolean timeline) {
        return callers.admit(session, Permission.CASE_IMPORT)
                .then(caller -> callers.law(caller)
                        .map(law -> new Template(law, caller.today()))
                        .map(template -> timeline ? template.timeline() : template.cases()));
    }

    private Outcome<Examination> examine(Caller caller, ImportCases files) {
        if ((long) files.cases().length() + files.timeline().length() > MAX_SIZE) {
            return Outcome.refused(Problem.at(ErrorCode.BODY_TOO_LARGE, "", "max", Integer.toString(MAX_SIZE)));
        }
        return callers.law(caller).map(law -> new Examination(caller, law, gates).of(files, privacy));
    }

    private ImportReport kept(Caller caller, ImportCases files, Examination exam) {
        String key = contentKey(caller, files);
        if (store.settled(caller.service(), unit -> unit.findRequest(ANYBODY, key))
                .isPresent()) {
            return exam.report(true);
        }
        if (exam.good().isEmpty() || (!exam.clean() && !files.keepGood())) {
            site.audit(caller.wasRefused(AuditEntry.Action.IMPORT, ANYBODY, "", "rows"));
            return exam.report(false);
        }
        try {
            return store.write(caller.service(), LONGEST, unit -> write(caller, key, exam, unit));
        } catch (DuplicateRequestException e) {
            // somebody else has just imported the same files
            return exam.report(true);
        }
    }

    /** The house is part of it: another house may take in the same files. */
    private static String contentKey(Caller caller, ImportCases files) {
        return new Fingerprint(ANYBODY)
                .add(caller.service())
                .add(files.cases())
                .add(files.timeline())
                .hex();
    }

    private Written<ImportReport> write(Caller caller, String key, Examination exam, WriteUnit unit) {
        ImportReport report = exam.report(true);
        String counts = "cases:" + report.goodCases() + " entries:" + report.goodEntries();
        unit.insert(new RequestRecord(
                ANYBODY, key, key, ANYBODY, caller.service().toString(), report.goodCases(), caller.now()));
        List<AuditEntry> audit = new ArrayList<>();
        audit.add(caller.did(AuditEntry.Action.IMPORT, ANYBODY, "", Set.of(), counts));
        List<OutboxEvent> events = new ArrayList<>();
        for (Save checked : exam.good()) {
            Save kept = gates.keep(checked.in(unit)).orElseThrow();
            audit.addAll(kept.audit());
            events.addAll(kept.events());
        }
        return new Written<>(report, audit, events);
    }
}
