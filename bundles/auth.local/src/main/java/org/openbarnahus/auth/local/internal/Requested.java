// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AccountRequestRecord;
import org.openbarnahus.core.service.store.AccountRequestStore;
import org.openbarnahus.core.service.store.AccountUse;
import org.openbarnahus.core.service.store.AccountUseStore;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What waits for a second person in a house, and who that can be. Who may ask here is asked before. */
@Component(service = Requested.class)
public final class Requested {
    static final Duration LIFE = Duration.ofHours(72);
    /** Nobody has so many of these; whoever asks for more floods the others. */
    private static final int MOST = 30;

    private final SiteStore site;
    private final AccountRequestStore store;
    private final AccountUseStore uses;
    private final SignInStore codes;
    private final TimeSource time;

    @Activate
    public Requested(
            @Reference SiteStore site,
            @Reference AccountRequestStore store,
            @Reference AccountUseStore uses,
            @Reference SignInStore codes,
            @Reference TimeSource time) {
        this.site = site;
        this.store = store;
        this.uses = uses;
        this.codes = codes;
        this.time = time;
    }

    /** A request as it is now, with all who have to do with it. */
    record Open(
            AccountRequestRecord request,
            AccountRecord askedBy,
            Optional<AccountRecord> concerned,
            List<AccountRecord> confirmers) {
        AccountRequest info(Optional<Session> reader) {
            return new AccountRequest(
                    request.id(),
                    request.act(),
                    askedBy.username(),
                    request.asked(),
                    request.until(),
                    confirmers.stream().map(AccountRecord::username).sorted().toList(),
                    reader.filter(session -> session.actor().user().equals(askedBy.id()))
                            .isPresent(),
                    reader.filter(session -> confirmers.stream()
                                    .anyMatch(each ->
                                            each.id().equals(session.actor().user())))
                            .isPresent());
        }
    }

    Outcome<Open> add(Session session, BarnahusRecord house, AccountAct act) {
        List<Open> waiting = open(house);
        Optional<Open> same = waiting.stream()
                .filter(each -> each.request.act().equals(act)
                        && each.askedBy.id().equals(session.actor().user()))
                .findFirst();
        if (same.isPresent()) {
            return Outcome.done(same.get());
        }
        if (waiting.size() >= MOST) {
            return Outcome.refused(Problem.at(ErrorCode.TOO_MANY, "", "max", Integer.toString(MOST)));
        }
        Instant now = time.now();
        AccountRequestRecord request = new AccountRequestRecord(
                UUID.randomUUID(), house.id(), act, session.actor().user(), now, now.plus(LIFE));
        store.insert(request, Records.by(session, audit(request, AuditEntry.Action.CREATE, "asked")));
        return find(house, request.id());
    }

    Outcome<Open> find(BarnahusRecord house, UUID id) {
        return open(house).stream()
                .filter(each -> each.request.id().equals(id))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
    }

    /** The oldest first; what has lapsed is taken out and written down as that. */
    List<Open> open(BarnahusRecord house) {
        List<AccountRecord> accounts = site.accounts(house.id());
        List<Open> open = new ArrayList<>();
        for (AccountRequestRecord request : store.requests(house.id())) {
            Optional<AccountRecord> concerned = concerned(request.act(), accounts);
            Optional<AccountRecord> askedBy = accounts.stream()
                    .filter(each -> each.id().equals(request.askedBy()))
                    .filter(each -> mayStillAsk(each, request.act(), concerned))
                    .findFirst();
            if (askedBy.isEmpty() || !time.now().isBefore(request.until())) {
                store.remove(request, audit(request, AuditEntry.Action.REMOVE, "lapsed"));
            } else {
                open.add(with(request, askedBy.get(), concerned, accounts));
            }
        }
        return List.copyOf(open);
    }

    /** Whoever has lost the right to ask since then has asked for nothing, and so when it is about somebody who is more by now. */
    private static boolean mayStillAsk(AccountRecord first, AccountAct act, Optional<AccountRecord> concerned) {
        boolean nation = first.roles().contains(Role.NATIONAL_ADMIN);
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(act.roles());
        concerned.ifPresent(account -> all.addAll(account.roles()));
        return first.enabled()
                && (nation || (first.roles().contains(Role.MANAGER) && Accounts.OF_THE_HOUSE.containsAll(all)));
    }

    private static Optional<AccountRecord> concerned(AccountAct act, List<AccountRecord> accounts) {
        return act.kind() == AccountAct.Kind.INVITE
                ? Optional.empty()
                : accounts.stream()
                        .filter(each -> each.username().equals(act.username()))
                        .findFirst();
    }

    private Open with(
            AccountRequestRecord request,
            AccountRecord first,
            Optional<AccountRecord> concerned,
            List<AccountRecord> accounts) {
        List<AccountRecord> confirmers = accounts.stream()
                .filter(other -> GraveActs.second(other, first, request.act(), concerned) && canSignIn(other))
                .toList();
        return new Open(request, first, concerned, confirmers);
    }

    /** All of the house who can sign in, so that they can watch over others. */
    List<AccountRecord> present(ServiceId house) {
        return site.accounts(house).stream().filter(this::canSignIn).toList();
    }

    /** Not while somebody has been invited and never come: such an account is nobody's yet. */
    private boolean canSignIn(AccountRecord account) {
        return codes.enrolment(account.id()).isEmpty()
                || uses.use(account.id()).flatMap(AccountUse::lastUsed).isPresent();
    }

    /** False when somebody else was faster. */
    boolean close(AccountRequestRecord request, Optional<Session> by, AuditEntry.Action action, String detail) {
        AuditEntry plain = audit(request, action, detail);
        return store.remove(
                request, by.map(session -> Records.by(session, plain)).orElse(plain));
    }

    private AuditEntry audit(AccountRequestRecord request, AuditEntry.Action action, String detail) {
        return new AuditEntry(
                time.now(),
                Optional.of(request.service()),
                Optional.empty(),
                "",
                Purpose.ADMINISTRATION,
                action,
                "account-request",
                request.id().toString(),
                AuditEntry.Result.DONE,
                Set.of(request.act().kind().code()),
                detail + " " + Records.codes(request.act().roles()));
    }
}
