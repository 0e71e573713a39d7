// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AuditService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.query.AuditLine;
import org.openbarnahus.core.service.query.AuditPage;
import org.openbarnahus.core.service.query.AuditQuery;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AuditSearch;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainedEntry;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit trail of the caller's house, with names; whoever looks leaves an entry too. */
@Component
public final class AuditTrail implements AuditService {
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final int MOST = 100_000;
    private static final int BATCH = 2_000;

    private final AccessGate access;
    private final AuditStore store;
    private final SiteStore site;
    private final TimeSource time;
    private final PaceGate pace;

    @Activate
    public AuditTrail(
            @Reference AccessGate access,
            @Reference AuditStore store,
            @Reference SiteStore site,
            @Reference TimeSource time,
            @Reference PaceGate pace) {
        this.access = access;
        this.store = store;
        this.site = site;
        this.time = time;
        this.pace = pace;
    }

    @Override
    public Outcome<AuditPage> find(Session session, AuditQuery query) {
        return admitted(session, Permission.AUDIT_READ, allowed -> {
            AuditPage page = page(session, query, user(session, query.username()));
            audit(
                    session,
                    allowed,
                    Action.SEARCH,
                    shape(query) + "hits:" + page.lines().size());
            return Outcome.done(page);
        });
    }

    @Override
    public Outcome<AuditPage> own(Session session, AuditQuery query) {
        return admitted(session, Permission.OWN_SESSION, allowed -> {
            AuditPage page = OwnTrail.shown(page(
                    session, OwnTrail.asked(query), Optional.of(session.actor().user())));
            audit(session, allowed, Action.SEARCH, "own,hits:" + page.lines().size());
            return Outcome.done(page);
        });
    }

    @Override
    public Outcome<String> csv(Session session, AuditQuery query) {
        return admitted(
                session,
                Permission.AUDIT_EXPORT,
                allowed -> pace.heavy(session, () -> exported(session, allowed, query)));
    }

    private Outcome<String> exported(Session session, Purpose allowed, AuditQuery query) {
        List<ChainedEntry> found = new ArrayList<>();
        Optional<UserId> user = user(session, query.username());
        long before = Long.MAX_VALUE;
        List<ChainedEntry> batch = search(session, query, user, before, BATCH);
        while (!batch.isEmpty() && found.size() <= MOST) {
            found.addAll(batch);
            before = batch.getLast().seq();
            batch = search(session, query, user, before, BATCH);
        }
        if (found.size() > MOST) {
            return Outcome.refused(Problem.at(ErrorCode.TOO_MANY, "", "limit", Integer.toString(MOST)));
        }
        audit(session, allowed, Action.EXPORT, shape(query) + "rows:" + found.size());
        return Outcome.done(Csv.of(lines(session.actor().service(), found)));
    }

    private <T> Outcome<T> admitted(Session session, Permission permission, Function<Purpose, Outcome<T>> work) {
        return access.admit(session, permission).then(work);
    }

    private AuditPage page(Session session, AuditQuery query, Optional<UserId> user) {
        long before = query.before() == 0 ? Long.MAX_VALUE : query.before();
        List<ChainedEntry> found = search(session, query, user, before, query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<ChainedEntry> shown = more ? found.subList(0, query.limit()) : found;
        return new AuditPage(
                lines(session.actor().service(), shown), more ? shown.getLast().seq() : 0);
    }

    private List<ChainedEntry> search(
            Session session, AuditQuery query, Optional<UserId> user, long before, int limit) {
        if (user.isEmpty() && !query.username().isEmpty()) {
            return List.of();
        }
        return store.find(
                session.actor().service(),
                new AuditSearch(
                        query.caseNumber().isEmpty() ? Optional.empty() : Optional.of(query.caseNumber()),
                        user,
                        query.actions(),
                        query.results(),
                        query.from().orElse(Instant.EPOCH),
                        query.until().orElse(END),
                        before,
                        limit));
    }

    private Optional<UserId> user(Session session, String username) {
        return username.isEmpty()
                ? Optional.empty()
                : site.accounts(session.actor().service()).stream()
                        .filter(a -> a.username().equalsIgnoreCase(username.strip()))
                        .map(AccountRecord::id)
                        .findFirst();
    }

    private List<AuditLine> lines(ServiceId house, List<ChainedEntry> entries) {
        Map<UserId, String> names = new HashMap<>();
        site.accounts(house).forEach(a -> names.put(a.id(), a.username()));
        Set<CaseId> ids =
                entries.stream().flatMap(e -> caseOf(e.entry()).stream()).collect(Collectors.toSet());
        Map<CaseId, String> numbers = store.caseNumbers(house, ids);
        return entries.stream()
                .map(e -> new AuditLine(
                        e.seq(),
                        e.entry(),
                        e.entry()
                                .user()
                                .map(u -> names.getOrDefault(u, u.toString()))
                                .orElse(""),
                        caseOf(e.entry())
                                .map(id -> numbers.getOrDefault(id, ""))
                                .orElse("")))
                .toList();
    }

    /** The case an entry is about: its object, or the one its detail names. */
    private static Optional<CaseId> caseOf(AuditEntry entry) {
        String id = entry.objectType().equals("case")
                ? entry.objectId()
                : entry.detail().startsWith("case:") ? entry.detail().substring("case:".length()) : "";
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(CaseId.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Which filters were used, never with what. */
    private static String shape(AuditQuery query) {
        return (query.caseNumber().isEmpty() ? "" : "case,")
                + (query.username().isEmpty() ? "" : "person,")
                + (query.actions().isEmpty() ? "" : "kind,")
                + (query.results().isEmpty() ? "" : "result,")
                + (query.from().isEmpty() && query.until().isEmpty() ? "" : "period,");
    }

    private void audit(Session session, Purpose purpose, Action action, String detail) {
        site.audit(new AuditEntry(
                time.now(),
                Optional.of(session.actor().service()),
                Optional.of(session.actor().user()),
                session.id(),
                purpose,
                action,
                "audit",
                "",
                Result.DONE,
                Set.of(),
                detail));
    }
}
