// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccessReviewService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.query.AccessStanding;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AccountUse;
import org.openbarnahus.core.service.store.AccountUseStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows what will close, and notes who still needs their access. */
@Component(service = AccessReviewService.class)
public final class AccessReviews implements AccessReviewService {
    private final AccessGate access;
    private final SiteStore site;
    private final AccountUseStore uses;
    private final Closing closing;
    private final UseBook book;
    private final TimeSource time;

    @Activate
    public AccessReviews(
            @Reference AccessGate access,
            @Reference SiteStore site,
            @Reference AccountUseStore uses,
            @Reference Closing closing,
            @Reference UseBook book,
            @Reference TimeSource time) {
        this.access = access;
        this.site = site;
        this.uses = uses;
        this.closing = closing;
        this.book = book;
        this.time = time;
    }

    @Override
    public Outcome<List<AccessStanding>> ofTheHouse(Session session) {
        return access.admit(session, Permission.USER_MANAGE).map(purpose -> standings(session));
    }

    @Override
    public long waiting(Session session) {
        return access.decide(session, Permission.USER_MANAGE) instanceof Decision.Allowed
                ? standings(session).stream()
                        .filter(each -> each.review().overdue())
                        .count()
                : 0;
    }

    @Override
    public Outcome<List<AccessStanding>> confirm(Session session, Set<String> usernames) {
        return access.admit(session, Permission.USER_MANAGE).then(purpose -> {
            if (usernames.size() > MOST) {
                return Outcome.refused(Problem.at(ErrorCode.TOO_MANY, "usernames", "max", Integer.toString(MOST)));
            }
            return confirmed(session, usernames).map(accounts -> {
                Instant now = time.now();
                uses.confirm(
                        accounts.stream().map(AccountRecord::id).toList(),
                        session.actor().user(),
                        now,
                        accounts.stream()
                                .map(each -> audit(session, purpose, each, now))
                                .toList());
                return standings(session);
            });
        });
    }

    /** All of those named, or what is wrong with each. */
    private Outcome<List<AccountRecord>> confirmed(Session session, Set<String> usernames) {
        House house = house(session);
        List<Problem> problems = new ArrayList<>();
        List<AccountRecord> confirmed = new ArrayList<>();
        for (String username : usernames.stream().sorted().toList()) {
            house.open(username)
                    .ifPresentOrElse(
                            confirmed::add,
                            () -> problems.add(Problem.at(ErrorCode.NOT_FOUND, "usernames/" + username)));
        }
        UserId me = session.actor().user();
        if (confirmed.stream().anyMatch(each -> each.id().equals(me)) && house.somebodyElseMayConfirm(me)) {
            problems.add(Problem.at(
                    ErrorCode.NOT_YOURSELF, "usernames/" + session.actor().username()));
        }
        if (usernames.isEmpty()) {
            problems.add(Problem.at(ErrorCode.REQUIRED, "usernames"));
        }
        return problems.isEmpty() ? Outcome.done(confirmed) : Outcome.refused(problems);
    }

    private House house(Session session) {
        Map<UserId, AccountUse> known = closing.of(session.actor().service());
        return new House(site.accounts(session.actor().service()), known);
    }

    private List<AccessStanding> standings(Session session) {
        House house = house(session);
        UserId me = session.actor().user();
        boolean notMyself = house.somebodyElseMayConfirm(me);
        Standings standings = new Standings(book.terms(), time.now());
        return house.accounts().stream()
                .sorted(Comparator.comparing(AccountRecord::username))
                .flatMap(account -> Optional.ofNullable(house.uses().get(account.id()))
                        .map(use -> standings.of(
                                account, use, !(notMyself && account.id().equals(me))))
                        .stream())
                .toList();
    }

    /** The accounts of a house and their use, as they are now. */
    private record House(List<AccountRecord> accounts, Map<UserId, AccountUse> uses) {
        Optional<AccountRecord> open(String username) {
            return accounts.stream()
                    .filter(account -> account.enabled() && account.username().equals(username))
                    .findFirst();
        }

        /** Somebody who is open, has been here, and may say who needs access. */
        boolean somebodyElseMayConfirm(UserId me) {
            return accounts.stream()
                    .filter(account -> account.enabled() && !account.id().equals(me))
                    .filter(account -> account.roles().stream()
                            .anyMatch(role -> PermissionTable.of(role).contains(Permission.USER_MANAGE)))
                    .map(account -> uses.get(account.id()))
                    .anyMatch(use -> use != null && use.lastUsed().isPresent());
        }
    }

    private static AuditEntry audit(Session session, Purpose purpose, AccountRecord account, Instant at) {
        boolean own = account.id().equals(session.actor().user());
        return new AuditEntry(
                at,
                Optional.of(account.service()),
                Optional.of(session.actor().user()),
                session.id(),
                purpose,
                AuditEntry.Action.CONFIGURE,
                "user",
                account.id().toString(),
                AuditEntry.Result.DONE,
                Set.of("confirmed"),
                own ? "access-confirmed-by-oneself" : "access-confirmed");
    }
}
