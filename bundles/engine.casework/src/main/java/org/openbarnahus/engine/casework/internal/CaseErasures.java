// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseErasureService;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.query.ErasureRequest;
import org.openbarnahus.core.service.store.CaseHeldException;
import org.openbarnahus.core.service.store.ErasureStore;
import org.openbarnahus.core.service.store.RetentionStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Callers;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One person asks, another confirms, and the case is gone. Needs no law: an order of a court does not wait for a pack. */
@Component(service = CaseErasureService.class)
public final class CaseErasures implements CaseErasureService {
    private final Callers callers;
    private final CaseGate access;
    private final ErasureStore store;
    private final RetentionStore retention;
    private final WaitingErasures waiting;

    @Activate
    public CaseErasures(
            @Reference CaseGate access,
            @Reference SchemaGate schema,
            @Reference ErasureStore store,
            @Reference RetentionStore retention,
            @Reference SiteStore site,
            @Reference TimeSource time) {
        this.callers = new Callers(access, schema, new ServiceClock(time, site));
        this.access = access;
        this.store = store;
        this.retention = retention;
        this.waiting = new WaitingErasures(store, site);
    }

    @Override
    @Requires(Permission.CASE_ERASE)
    public Outcome<ErasureRequest> ask(Session session, CaseNumber number, ErasureReason reason) {
        return callers.admit(session, Permission.CASE_ERASE)
                .then(caller -> access.reach(session, Permission.CASE_ERASE, caller.today())
                                .whole()
                        ? store.caseOf(caller.service(), number)
                                .map(id -> ask(caller, id, number, reason))
                                .orElseGet(() -> Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "case")))
                        : Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "case")));
    }

    private Outcome<ErasureRequest> ask(Caller caller, CaseId id, CaseNumber number, ErasureReason reason) {
        return retention.held(caller.service(), id).isPresent()
                ? Outcome.refused(Problem.of(ErrorCode.CASE_HELD))
                : waiting.add(caller, id, number, reason).map(open -> info(caller, open));
    }

    @Override
    @Requires(Permission.REQUEST_READ)
    public Outcome<List<ErasureRequest>> waiting(Session session) {
        return callers.admit(session, Permission.REQUEST_READ)
                .map(caller -> waiting.open(caller).stream()
                        .map(open -> info(caller, open))
                        .toList());
    }

    @Override
    @Requires(Permission.REQUEST_CONFIRM)
    public Outcome<ErasedCase> confirm(Session session, UUID request) {
        return callers.admit(session, Permission.REQUEST_CONFIRM)
                .then(caller -> waiting.find(caller, request).then(open -> confirm(caller, open)));
    }

    private Outcome<ErasedCase> confirm(Caller caller, WaitingErasures.Open open) {
        if (open.mine(caller)) {
            return Outcome.refused(Problem.of(ErrorCode.NOT_YOURSELF));
        }
        String detail = "erased reason:" + open.request().reason().code() + " asked-by:"
                + open.request().askedBy();
        AuditEntry entry = caller.did(
                Action.REMOVE, "case", open.request().caseId().toString(), WaitingErasures.NO_FIELDS, detail);
        try {
            return store.erase(open.request(), open.askedBy().username(), waiting.username(caller), entry)
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
        } catch (CaseHeldException e) {
            return Outcome.refused(Problem.of(ErrorCode.CASE_HELD));
        }
    }

    @Override
    @Requires(Permission.REQUEST_READ)
    public Outcome<ErasureRequest> withdraw(Session session, UUID request) {
        return callers.admit(session, Permission.REQUEST_READ)
                .then(caller -> waiting.find(caller, request)
                        .then(open -> waiting.close(caller, open, open.mine(caller) ? "withdrawn" : "declined")
                                ? Outcome.done(info(caller, open))
                                : Outcome.refused(Problem.of(ErrorCode.NOT_FOUND))));
    }

    @Override
    @Requires(Permission.REQUEST_READ)
    public Outcome<List<ErasedCase>> erased(Session session) {
        return callers.admit(session, Permission.REQUEST_READ).map(caller -> store.erased(caller.service()));
    }

    @Override
    @Requires(Permission.REQUEST_READ)
    public Outcome<ErasedCase> erased(Session session, CaseId id) {
        return callers.admit(session, Permission.REQUEST_READ)
                .then(caller -> store.erased(caller.service(), id)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND))));
    }

    private static ErasureRequest info(Caller caller, WaitingErasures.Open open) {
        var request = open.request();
        return new ErasureRequest(
                request.id(),
                request.caseId(),
                request.number(),
                request.reason(),
                open.askedBy().username(),
                request.asked(),
                request.until(),
                open.mine(caller));
    }
}
