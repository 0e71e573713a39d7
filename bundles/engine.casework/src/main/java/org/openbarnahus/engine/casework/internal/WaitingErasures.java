// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.ErasureRecord;
import org.openbarnahus.core.service.store.ErasureStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.engine.casework.internal.save.Caller;

/** Erasures that wait for a second person. Who may ask here is asked before. */
record WaitingErasures(ErasureStore store, SiteStore site) {
    static final Duration LIFE = Duration.ofHours(72);
    static final Set<String> NO_FIELDS = Set.of();
    /** What is confirmed one by one and with care is not more; a house with a backlog goes on afterwards. */
    private static final int MOST = 50;

    /** A request as it is now, with who asked. */
    record Open(ErasureRecord request, AccountRecord askedBy) {
        boolean mine(Caller caller) {
            return request.askedBy().equals(caller.actor().user());
        }
    }

    Outcome<Open> add(Caller caller, CaseId id, CaseNumber number, ErasureReason reason) {
        List<Open> waiting = open(caller);
        Optional<Open> same = waiting.stream()
                .filter(each -> each.request().caseId().equals(id))
                .findFirst();
        if (same.isPresent()) {
            return Outcome.done(same.get());
        }
        if (waiting.size() >= MOST) {
            return Outcome.refused(Problem.at(ErrorCode.TOO_MANY, "", "max", Integer.toString(MOST)));
        }
        ErasureRecord request = new ErasureRecord(
                UUID.randomUUID(),
                caller.service(),
                id,
                number,
                reason,
                caller.actor().user(),
                caller.now(),
                caller.now().plus(LIFE));
        store.insert(request, entry(caller, request, Action.CREATE, "asked"));
        return find(caller, request.id());
    }

    Outcome<Open> find(Caller caller, UUID id) {
        return open(caller).stream()
                .filter(each -> each.request().id().equals(id))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
    }

    /** The oldest first; what has lapsed is taken out and written down as that. */
    List<Open> open(Caller caller) {
        List<AccountRecord> accounts = site.accounts(caller.service());
        List<Open> open = new ArrayList<>();
        for (ErasureRecord request : store.requests(caller.service())) {
            Optional<AccountRecord> askedBy = accounts.stream()
                    .filter(each -> each.id().equals(request.askedBy()) && mayStillAsk(each))
                    .findFirst();
            if (askedBy.isEmpty() || !caller.now().isBefore(request.until())) {
                store.remove(request, entry(caller, request, Action.REMOVE, "lapsed"));
            } else {
                open.add(new Open(request, askedBy.get()));
            }
        }
        return List.copyOf(open);
    }

    /** Whoever has lost the right to ask since then has asked for nothing. */
    private static boolean mayStillAsk(AccountRecord account) {
        return account.enabled() && account.roles().contains(Role.MANAGER);
    }

    boolean close(Caller caller, Open open, String detail) {
        return store.remove(open.request(), entry(caller, open.request(), Action.REMOVE, detail));
    }

    String username(Caller caller) {
        return site.accounts(caller.service()).stream()
                .filter(each -> each.id().equals(caller.actor().user()))
                .findFirst()
                .map(AccountRecord::username)
                .orElseThrow(() -> new IllegalStateException("a session without an account"));
    }

    private static AuditEntry entry(Caller caller, ErasureRecord request, Action action, String detail) {
        return caller.did(
                action,
                "erasure-request",
                request.id().toString(),
                NO_FIELDS,
                detail + " case:" + request.caseId() + " reason:"
                        + request.reason().code());
    }
}
