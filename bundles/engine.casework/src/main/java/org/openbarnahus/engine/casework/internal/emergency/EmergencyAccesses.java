// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.command.ReviewEmergency;
import org.openbarnahus.core.service.command.UseEmergency;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.EmergencyGate;
import org.openbarnahus.core.service.gate.GuessGate;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.EmergencyInfo;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.Asked;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Callers;
import org.openbarnahus.engine.casework.internal.save.Fingerprint;
import org.openbarnahus.engine.casework.internal.save.Missing;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Emergency access, and what is told about it. Needs no law: an emergency does not wait for a country's pack. */
@Component(service = EmergencyAccessService.class)
public final class EmergencyAccesses implements EmergencyAccessService {
    private static final int MOST = 200;
    private static final Duration RECENT = Duration.ofDays(30);

    private final Callers callers;
    private final CaseGate access;
    private final EmergencyGate rules;
    private final TenantStore store;
    private final SiteStore site;
    private final Using using;
    private final Closing closing;

    @Activate
    public EmergencyAccesses(
            @Reference CaseGate access,
            @Reference EmergencyGate rules,
            @Reference GuessGate guesses,
            @Reference SchemaGate schema,
            @Reference PrivacyGate privacy,
            @Reference TenantStore store,
            @Reference SiteStore site,
            @Reference TimeSource time) {
        this.callers = new Callers(access, schema, new ServiceClock(time, site));
        this.access = access;
        this.rules = rules;
        this.store = store;
        this.site = site;
        this.using = new Using(rules, guesses, privacy, store, site);
        this.closing = new Closing(rules, privacy, store, site);
    }

    @Override
    public Outcome<EmergencyInfo> use(Session session, UseEmergency command, RequestKey key) {
        Fingerprint print = new Fingerprint("emergency")
                .add(command.caseNumber())
                .add(command.reason())
                .add(command.text());
        return callers.admit(session, Permission.EMERGENCY_USE)
                .then(caller -> using.use(caller, command, Asked.of(key, print))
                        .map(used -> shown(caller).of(used)));
    }

    @Override
    public Outcome<List<EmergencyInfo>> accesses(Session session) {
        return callers.admit(session, Permission.EMERGENCY_READ)
                .map(caller -> shown(caller).all(store.read(caller.service(), unit -> those(caller, unit))));
    }

    private List<EmergencyAccess> those(Caller caller, ReadUnit unit) {
        return rules.reachesAll(caller.session(), Permission.EMERGENCY_READ)
                ? unit.emergencies(MOST)
                : unit.emergencies(caller.actor().user(), MOST);
    }

    /** Asked with every menu: whoever reviews nothing costs no look at the rows. */
    @Override
    public long waiting(Session session) {
        return callers.admit(session, Permission.EMERGENCY_READ) instanceof Outcome.Done<Caller> admitted
                        && rules.reachesAll(session, Permission.EMERGENCY_REVIEW)
                ? store.read(admitted.value().service(), unit -> unit.emergencies(MOST)).stream()
                        .filter(each -> each.review().isEmpty())
                        .filter(each -> rules.review(session, each) instanceof Decision.Allowed)
                        .count()
                : 0;
    }

    @Override
    public Outcome<List<EmergencyInfo>> ofCase(Session session, CaseId id) {
        return callers.admit(session, Permission.CASE_READ)
                .then(caller -> new Missing(access, store, site)
                        .told(caller, id, store.read(caller.service(), unit -> permitted(caller, id, unit)))
                        .map(accesses -> shown(caller).all(accesses)));
    }

    private Outcome<List<EmergencyAccess>> permitted(Caller caller, CaseId id, ReadUnit unit) {
        CaseTies ties = CaseTies.of(unit, id, caller.actor().user());
        Instant recent = caller.now().minus(RECENT);
        return unit.findCase(id)
                .filter(file -> access.decide(caller.session(), caller.permission(), file, caller.today(), ties)
                        instanceof Decision.Allowed)
                .map(file -> Outcome.done(unit.emergencies(id).stream()
                        .filter(each ->
                                each.since().isAfter(recent) || each.review().isEmpty())
                        .sorted(Comparator.comparing(EmergencyAccess::since).reversed())
                        .toList()))
                .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
    }

    @Override
    public Outcome<EmergencyInfo> end(Session session, UUID id, long expectedVersion) {
        return callers.admit(session, Permission.EMERGENCY_END)
                .then(caller -> closing.end(caller, id, expectedVersion)
                        .map(ended -> shown(caller).of(ended)));
    }

    @Override
    public Outcome<EmergencyInfo> review(Session session, ReviewEmergency command) {
        return callers.admit(session, Permission.EMERGENCY_REVIEW)
                .then(caller -> closing.review(caller, command)
                        .map(reviewed -> shown(caller).of(reviewed)));
    }

    private Shown shown(Caller caller) {
        return new Shown(rules, site, caller.session(), caller.now());
    }
}
