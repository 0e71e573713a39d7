// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.OutsideAccountService;
import org.openbarnahus.core.service.command.Enrol;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.OutsideGate;
import org.openbarnahus.core.service.gate.OutsideGate.Kind;
import org.openbarnahus.core.service.gate.OutsideGate.Proved;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.OutsideLink;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Links by the owner's own hand, with a fresh second factor, or by a manager's one-time code. There is no third way. */
@Component(service = OutsideAccountService.class)
public final class OutsideAccounts implements OutsideAccountService {
    private static final Set<String> FIELDS = Set.of("outside_identity");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable OutsideGate provider;

    private final OutsideIdentityStore identities;
    private final Enrolments enrolments;
    private final OwnAccount own;
    private final TimeSource time;

    @Activate
    public OutsideAccounts(
            @Reference OutsideIdentityStore identities,
            @Reference SiteStore store,
            @Reference Enrolments enrolments,
            @Reference AccessGate access,
            @Reference TimeSource time) {
        this.identities = identities;
        this.enrolments = enrolments;
        this.own = new OwnAccount(access, store);
        this.time = time;
    }

    @Override
    @Requires(Permission.OWN_SESSION)
    public Outcome<Optional<Instant>> linked(Session session) {
        return own.with(
                session,
                Permission.OWN_SESSION,
                account -> Outcome.done(identities.of(account.id()).map(OutsideLink::linked)));
    }

    @Override
    @Requires(Permission.OWN_CREDENTIALS)
    public Outcome<Instant> link(Session session, String secret) {
        return own.with(session, Permission.OWN_CREDENTIALS, account -> {
            Optional<Proved> proved = proved(secret, Kind.LINK)
                    .filter(who -> who.errand().session().equals(session.id()));
            if (proved.isEmpty() || !use(secret)) {
                return Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
            }
            OutsideLink link = new OutsideLink(
                    account.id(),
                    account.username(),
                    proved.get().issuer(),
                    proved.get().subject(),
                    time.now());
            return identities.link(link, audit(session, account, "linked"))
                    ? Outcome.done(link.linked())
                    : Outcome.refused(Problem.of(ErrorCode.CONTRADICTION));
        });
    }

    @Override
    @Requires(Permission.OWN_CREDENTIALS)
    public Outcome<Boolean> unlink(Session session) {
        return own.with(
                session,
                Permission.OWN_CREDENTIALS,
                account -> identities.unlink(account.id(), audit(session, account, "unlinked"))
                        ? Outcome.done(true)
                        : Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
    }

    @Override
    public Outcome<String> enrol(String secret, String username, String code, String source) {
        OutsideIdentityStore links = identities;
        return proved(secret, Kind.SIGN_IN)
                .map(who -> enrolments.enrol(new Enrol(username, code, ""), source, links, who))
                .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.SIGNED_OUT)))
                .map(AccountRecord::username);
    }

    private Optional<Proved> proved(String secret, Kind kind) {
        OutsideGate there = provider;
        return there == null
                ? Optional.empty()
                : there.proved(secret).filter(who -> who.errand().kind() == kind);
    }

    private boolean use(String secret) {
        OutsideGate there = provider;
        return there != null && there.use(secret);
    }

    private AuditEntry audit(Session session, AccountRecord account, String detail) {
        return Records.by(session, Records.audit(time.now(), account, AuditEntry.Action.CHANGE, FIELDS, detail));
    }
}
