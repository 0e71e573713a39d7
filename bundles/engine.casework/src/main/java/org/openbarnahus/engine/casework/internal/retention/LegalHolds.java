// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.LegalHoldService;
import org.openbarnahus.core.service.command.PlaceHold;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.HeldCase;
import org.openbarnahus.core.service.query.LegalHold;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.ErasureStore;
import org.openbarnahus.core.service.store.HoldRecord;
import org.openbarnahus.core.service.store.RetentionStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Callers;
import org.openbarnahus.engine.casework.internal.save.Missing;
import org.openbarnahus.engine.casework.internal.save.Screened;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Legal holds. Needs no law: a claim does not wait for a pack. */
@Component(service = LegalHoldService.class)
public final class LegalHolds implements LegalHoldService {
    private static final String REVIEW_ON = "review_on";
    private static final Screened REASON = new Screened("reason", SHORTEST_REASON, LONGEST_REASON);

    private final Callers callers;
    private final CaseGate access;
    private final PrivacyGate privacy;
    private final Stores stores;

    /** Where cases, holds and people lie. */
    record Stores(TenantStore cases, ErasureStore erasures, RetentionStore holds, SiteStore site) {}

    @Activate
    public LegalHolds(
            @Reference CaseGate access,
            @Reference SchemaGate schema,
            @Reference PrivacyGate privacy,
            @Reference TenantStore cases,
            @Reference ErasureStore erasures,
            @Reference RetentionStore holds,
            @Reference SiteStore site,
            @Reference TimeSource time) {
        this.callers = new Callers(access, schema, new ServiceClock(time, site));
        this.access = access;
        this.privacy = privacy;
        this.stores = new Stores(cases, erasures, holds, site);
    }

    @Override
    @Requires(Permission.HOLD_READ)
    public Outcome<List<LegalHold>> holds(Session session) {
        return callers.admit(session, Permission.HOLD_READ).map(caller -> {
            Map<UserId, String> names = names(caller);
            return stores.holds().holds(caller.service()).stream()
                    .map(hold -> info(caller, hold, names))
                    .toList();
        });
    }

    @Override
    @Requires(Permission.HOLD_PLACE)
    public Outcome<LegalHold> place(Session session, PlaceHold command) {
        return callers.admit(session, Permission.HOLD_PLACE).then(caller -> {
            String reason = command.reason().strip();
            List<Problem> problems =
                    new ArrayList<>(REASON.problems(privacy, caller.actor().country(), reason));
            problems.addAll(ofReview(caller, command.reviewOn()));
            if (!problems.isEmpty()) {
                stores.site()
                        .audit(Words.refused(
                                caller, "", problems.getFirst().code().name()));
                return Outcome.refused(problems);
            }
            return stores.erasures()
                    .caseOf(caller.service(), command.number())
                    .map(id -> place(caller, command, id, reason))
                    .orElseGet(() -> Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "case")));
        });
    }

    private Outcome<LegalHold> place(Caller caller, PlaceHold command, CaseId id, String reason) {
        HoldRecord hold = new HoldRecord(
                UUID.randomUUID(),
                caller.service(),
                id,
                command.number(),
                reason,
                caller.stamp(),
                command.reviewOn(),
                Optional.empty());
        return stores.holds().insert(hold, Words.placed(caller, hold))
                ? Outcome.done(info(caller, hold, names(caller)))
                : Outcome.refused(Problem.of(ErrorCode.CASE_HELD));
    }

    /** Tomorrow at the earliest, in two years at the latest. */
    private static List<Problem> ofReview(Caller caller, LocalDate day) {
        LocalDate first = caller.today().plusDays(1);
        LocalDate last = caller.today().plusYears(LONGEST_YEARS);
        if (day.isBefore(first)) {
            return List.of(Problem.at(ErrorCode.TOO_SMALL, REVIEW_ON, "min", first.toString()));
        }
        return day.isAfter(last)
                ? List.of(Problem.at(ErrorCode.TOO_LARGE, REVIEW_ON, "max", last.toString()))
                : List.of();
    }

    @Override
    @Requires(Permission.HOLD_PLACE)
    public Outcome<LegalHold> renew(Session session, UUID hold, LocalDate reviewOn) {
        return callers.admit(session, Permission.HOLD_PLACE)
                .then(caller -> find(caller, hold).then(found -> renew(caller, found, reviewOn)));
    }

    private Outcome<LegalHold> renew(Caller caller, HoldRecord hold, LocalDate reviewOn) {
        List<Problem> problems = ofReview(caller, reviewOn);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        HoldRecord renewed = new HoldRecord(
                hold.id(),
                hold.service(),
                hold.caseId(),
                hold.number(),
                hold.reason(),
                hold.placed(),
                reviewOn,
                Optional.empty());
        return stores.holds().renew(hold, reviewOn, Words.renewed(caller, renewed))
                ? Outcome.done(info(caller, renewed, names(caller)))
                : Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
    }

    @Override
    @Requires(Permission.HOLD_LIFT)
    public Outcome<LegalHold> lift(Session session, UUID hold) {
        return callers.admit(session, Permission.HOLD_LIFT)
                .then(caller -> find(caller, hold).then(found -> lift(caller, found)));
    }

    private Outcome<LegalHold> lift(Caller caller, HoldRecord hold) {
        Stamp stamp = caller.stamp();
        HoldRecord lifted = new HoldRecord(
                hold.id(),
                hold.service(),
                hold.caseId(),
                hold.number(),
                hold.reason(),
                hold.placed(),
                hold.reviewOn(),
                Optional.of(stamp));
        return stores.holds().lift(hold, stamp, Words.lifted(caller, hold))
                ? Outcome.done(info(caller, lifted, names(caller)))
                : Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
    }

    /** One that is on. */
    private Outcome<HoldRecord> find(Caller caller, UUID id) {
        return stores.holds().holds(caller.service()).stream()
                .filter(hold -> hold.id().equals(id) && hold.lifted().isEmpty())
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
    }

    @Override
    @Requires(Permission.CASE_READ)
    public Outcome<Optional<HeldCase>> ofCase(Session session, CaseId id) {
        return callers.admit(session, Permission.CASE_READ)
                .then(caller -> new Missing(access, stores.cases(), stores.site()).told(caller, id, held(caller, id)));
    }

    private Outcome<Optional<HeldCase>> held(Caller caller, CaseId id) {
        return mayRead(caller, id)
                ? Outcome.done(stores.holds()
                        .held(caller.service(), id)
                        .map(hold -> new HeldCase(hold.placed().at(), hold.reviewOn())))
                : Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
    }

    private boolean mayRead(Caller caller, CaseId id) {
        return stores.cases().read(caller.service(), unit -> {
            CaseTies ties = CaseTies.of(unit, id, caller.actor().user());
            Optional<CaseFile> file = unit.findCase(id);
            return file.filter(f -> access.decide(caller.session(), caller.permission(), f, caller.today(), ties)
                            instanceof Decision.Allowed)
                    .isPresent();
        });
    }

    private Map<UserId, String> names(Caller caller) {
        return stores.site().accounts(caller.service()).stream()
                .collect(Collectors.toMap(AccountRecord::id, AccountRecord::username));
    }

    private static LegalHold info(Caller caller, HoldRecord hold, Map<UserId, String> names) {
        return new LegalHold(
                hold.id(),
                hold.caseId(),
                hold.number(),
                hold.reason(),
                name(names, hold.placed()),
                hold.placed().at(),
                hold.reviewOn(),
                hold.lifted().isEmpty() && !hold.reviewOn().isAfter(caller.today()),
                hold.lifted().map(by -> new LegalHold.Lifted(name(names, by), by.at())));
    }

    /** An account that is gone has left its number. */
    private static String name(Map<UserId, String> names, Stamp by) {
        return names.getOrDefault(by.by(), by.by().toString());
    }
}
