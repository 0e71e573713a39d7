// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.time.LocalDate;
import java.util.List;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseService;
import org.openbarnahus.core.service.command.ChangeCase;
import org.openbarnahus.core.service.command.ChangeEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RemoveEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.CountryReady;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.CaseDetails;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.Callers;
import org.openbarnahus.engine.casework.internal.save.SaveGates;
import org.openbarnahus.engine.casework.internal.save.Saving;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The door to the use cases. It exists only while the law of a country and a store are there. */
@Component(service = CaseService.class)
public final class Casework implements CaseService {
    private final OpeningCase opening;
    private final ChangingCase changing;
    private final RecordingEntry recording;
    private final ChangingEntry correcting;
    private final RemovingEntry removing;
    private final FindingCase finding;
    private final ListingCases listing;
    private final Deadlines deadlines;

    @Activate
    public Casework(
            @Reference CountryReady law,
            @Reference CaseGate access,
            @Reference SchemaGate schema,
            @Reference PrivacyGate privacy,
            @Reference RuleGate rules,
            @Reference TenantStore store,
            @Reference SiteStore site,
            @Reference TimeSource time,
            @Reference PaceGate pace) {
        Callers callers = new Callers(access, schema, new ServiceClock(time, site));
        Saving saving = new Saving(access, callers, new SaveGates(access, schema, privacy, rules), store, site, pace);
        Reading reading = new Reading(access, store, site, pace);
        opening = new OpeningCase(saving);
        changing = new ChangingCase(saving);
        recording = new RecordingEntry(saving);
        correcting = new ChangingEntry(saving);
        removing = new RemovingEntry(saving);
        finding = new FindingCase(callers, reading, rules);
        listing = new ListingCases(callers, access, store, site, pace);
        deadlines = new Deadlines(callers, reading, rules);
    }

    @Override
    public Outcome<CaseFile> open(Session session, OpenCase command, RequestKey key) {
        return opening.open(session, command, key);
    }

    @Override
    public Outcome<CaseFile> change(Session session, ChangeCase command, RequestKey key) {
        return changing.change(session, command, key);
    }

    @Override
    public Outcome<TimelineEntry> record(Session session, RecordEntry command, RequestKey key) {
        return recording.record(session, command, key);
    }

    @Override
    public Outcome<TimelineEntry> change(Session session, ChangeEntry command, RequestKey key) {
        return correcting.change(session, command, key);
    }

    @Override
    public Outcome<TimelineEntry> remove(Session session, RemoveEntry command, RequestKey key) {
        return removing.remove(session, command, key);
    }

    @Override
    public Outcome<CaseDetails> find(Session session, CaseId id) {
        return finding.find(session, id);
    }

    @Override
    public Outcome<CasePage> list(Session session, CaseQuery query) {
        return listing.list(session, query);
    }

    @Override
    public Outcome<List<Verdict>> deadlines(Session session, CaseId id, LocalDate asOf) {
        return deadlines.on(session, id, asOf);
    }
}
