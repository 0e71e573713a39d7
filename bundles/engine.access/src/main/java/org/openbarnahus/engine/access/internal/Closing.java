// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.query.AccountClosure;
import org.openbarnahus.core.service.query.AccountClosure.Reason;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AccountUse;
import org.openbarnahus.core.service.store.AccountUseStore;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes down what has run out: the account is closed, audited once, and its sessions end. What was done in a living session is
 * noted as use first.
 */
@Component(service = Closing.class)
public final class Closing {
    private final SiteStore site;
    private final AccountUseStore uses;
    private final SessionTable sessions;
    private final UseBook book;
    private final TimeSource time;

    @Activate
    public Closing(
            @Reference SiteStore site,
            @Reference AccountUseStore uses,
            @Reference SessionTable sessions,
            @Reference UseBook book,
            @Reference TimeSource time) {
        this.site = site;
        this.uses = uses;
        this.sessions = sessions;
        this.book = book;
        this.time = time;
    }

    void all() {
        site.services().stream().map(BarnahusRecord::id).forEach(this::of);
    }

    /** All uses of the house's accounts, after what has run out is closed. */
    Map<UserId, AccountUse> of(ServiceId house) {
        Map<UserId, AccountUse> before = byAccount(house);
        Map<UserId, Instant> active = sessions.lastActive();
        boolean changed = false;
        for (AccountUse use : before.values()) {
            changed |= noted(use, Optional.ofNullable(active.get(use.account())));
        }
        Map<UserId, AccountUse> now = changed ? byAccount(house) : before;
        changed = false;
        for (AccountRecord account : site.accounts(house)) {
            AccountUse use = now.get(account.id());
            if (account.enabled() && use != null) {
                changed |= book.over(use)
                        .map(reason -> ended(account, use, reason))
                        .orElse(false);
            }
        }
        return changed ? byAccount(house) : now;
    }

    private Map<UserId, AccountUse> byAccount(ServiceId house) {
        return uses.usesOf(house).stream().collect(Collectors.toMap(AccountUse::account, Function.identity()));
    }

    /** A day is all that is shown and counted: one write a day is enough. */
    private boolean noted(AccountUse use, Optional<Instant> active) {
        boolean newer = active.filter(at -> at.atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .isAfter(use.unusedSince().atOffset(ZoneOffset.UTC).toLocalDate()))
                .isPresent();
        if (newer) {
            uses.used(use.account(), active.orElseThrow());
        }
        return newer;
    }

    private boolean ended(AccountRecord account, AccountUse use, Reason reason) {
        if (book.demo()) {
            uses.renew(account.id(), time.now());
            return true;
        }
        Instant now = time.now();
        boolean closed = uses.close(account, use, new AccountClosure(reason, now), audit(account, reason, now));
        if (closed) {
            sessions.endAll(account.id());
        }
        return closed;
    }

    /** Done by nobody: the account's time was over. */
    private static AuditEntry audit(AccountRecord account, Reason reason, Instant at) {
        return new AuditEntry(
                at,
                Optional.of(account.service()),
                Optional.empty(),
                "",
                Purpose.ADMINISTRATION,
                AuditEntry.Action.CONFIGURE,
                "user",
                account.id().toString(),
                AuditEntry.Result.DONE,
                Set.of("enabled"),
                reason.code());
    }
}
