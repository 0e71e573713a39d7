// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.retention;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.RetentionService;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.RetentionProposal;
import org.openbarnahus.core.service.store.HoldRecord;
import org.openbarnahus.core.service.store.ProposalRecord;
import org.openbarnahus.core.service.store.RetentionStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Callers;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the clock has proposed, for whoever asks for erasures and whoever confirms them. */
@Component(service = RetentionService.class)
public final class Proposals implements RetentionService {
    private final Callers callers;
    private final SchemaGate schema;
    private final RetentionStore store;
    private final SiteStore site;
    private final DueCases due;
    private final PaceGate pace;

    @Activate
    public Proposals(
            @Reference CaseGate access,
            @Reference SchemaGate schema,
            @Reference TenantStore cases,
            @Reference RetentionStore store,
            @Reference SiteStore site,
            @Reference TimeSource time,
            @Reference PaceGate pace) {
        ServiceClock clock = new ServiceClock(time, site);
        this.callers = new Callers(access, schema, clock);
        this.schema = schema;
        this.store = store;
        this.site = site;
        this.pace = pace;
        this.due = new DueCases(schema, cases, store, site, clock);
    }

    @Override
    @Requires(Permission.REQUEST_READ)
    public Outcome<List<RetentionProposal>> proposals(Session session) {
        return callers.admit(session, Permission.REQUEST_READ).map(this::all);
    }

    @Override
    @Requires(Permission.REQUEST_READ)
    public Outcome<List<RetentionProposal>> look(Session session) {
        return callers.admit(session, Permission.REQUEST_READ)
                .then(caller -> pace.heavy(session, () -> {
                    site.service(caller.service()).ifPresent(due::of);
                    return Outcome.done(all(caller));
                }));
    }

    private List<RetentionProposal> all(Caller caller) {
        Set<CaseId> held = store.holds(caller.service()).stream()
                .filter(hold -> hold.lifted().isEmpty())
                .map(HoldRecord::caseId)
                .collect(Collectors.toSet());
        Optional<SchemaSnapshot> law = schema.newest(caller.actor().country());
        return store.proposals(caller.service()).stream()
                .flatMap(proposal -> law.flatMap(l -> shown(proposal, l, held)).stream())
                .toList();
    }

    /** What is open again, or was due by a rule that is gone, is not shown any more: the clock takes it back. */
    private static Optional<RetentionProposal> shown(ProposalRecord proposal, SchemaSnapshot law, Set<CaseId> held) {
        return proposal.closed()
                .flatMap(closed -> law.retention(proposal.ruleId())
                        .map(rule -> new RetentionProposal(
                                proposal.caseId(),
                                proposal.number(),
                                rule,
                                closed,
                                proposal.until(),
                                proposal.proposed(),
                                held.contains(proposal.caseId()))));
    }
}
