// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccountEventService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.query.AccountEvent;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainedEntry;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened to the caller's own account, and that (s)he has seen it: both are entries of the audit trail. */
@Component
public final class AccountEvents implements AccountEventService {
    private static final Duration LATELY = Duration.ofDays(90);
    private static final int MOST = 500;
    private static final int SHOWN = 20;
    private static final Set<Role> WATCHING = EnumSet.of(Role.MANAGER, Role.DPO, Role.NATIONAL_ADMIN);

    private final AccessGate access;
    private final AuditStore store;
    private final TimeSource time;

    @Activate
    public AccountEvents(@Reference AccessGate access, @Reference AuditStore store, @Reference TimeSource time) {
        this.access = access;
        this.store = store;
        this.time = time;
    }

    @Override
    @Requires(Permission.OWN_SESSION)
    public Outcome<List<AccountEvent>> untold(Session session) {
        return access.admit(session, Permission.OWN_SESSION)
                .map(purpose -> EventReader.untold(entries(session), session, time.now()));
    }

    @Override
    @Requires(Permission.OWN_SESSION)
    public Outcome<List<AccountEvent>> lately(Session session) {
        return access.admit(session, Permission.OWN_SESSION)
                .map(purpose -> EventReader.events(entries(session)).stream()
                        .limit(SHOWN)
                        .toList());
    }

    /** What is seen already is not written down again. */
    @Override
    @Requires(Permission.OWN_SESSION)
    public Outcome<List<AccountEvent>> seen(Session session, long upTo) {
        return access.admit(session, Permission.OWN_SESSION).map(purpose -> {
            List<AccountEvent> untold = EventReader.untold(entries(session), session, time.now());
            long newest = untold.stream()
                    .mapToLong(AccountEvent::number)
                    .filter(number -> number <= upTo)
                    .max()
                    .orElse(0);
            if (newest > 0) {
                store.append(session.actor().service(), mark(session, purpose, newest));
            }
            return untold.stream().filter(event -> event.number() > newest).toList();
        });
    }

    /** Those who watch each other hear of what happens to one of them, as of their own accounts. */
    private List<ChainedEntry> entries(Session session) {
        List<ChainedEntry> own = about(session, session.actor().user().toString());
        if (session.actor().roles().stream().noneMatch(WATCHING::contains)) {
            return own;
        }
        Stream<ChainedEntry> ofTheHouse = about(
                        session, session.actor().service().toString())
                .stream()
                .filter(each -> each.entry().objectType().equals(EventReader.GRAVE));
        return Stream.concat(own.stream(), ofTheHouse)
                .sorted(Comparator.comparingLong(ChainedEntry::seq).reversed())
                .toList();
    }

    private List<ChainedEntry> about(Session session, String object) {
        return store.about(session.actor().service(), object, time.now().minus(LATELY), MOST);
    }

    private AuditEntry mark(Session session, Purpose purpose, long newest) {
        return new AuditEntry(
                time.now(),
                Optional.of(session.actor().service()),
                Optional.of(session.actor().user()),
                session.id(),
                purpose,
                AuditEntry.Action.CHANGE,
                EventReader.SEEN,
                session.actor().user().toString(),
                AuditEntry.Result.DONE,
                Set.of(),
                SeenMark.detail(newest, session));
    }
}
