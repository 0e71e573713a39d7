// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;

/** Stored accounts and what the audit trail says about them. */
final class Records {
    private Records() {}

    static AccountRecord withHash(AccountRecord account, String passwordHash) {
        return with(account, passwordHash, account.otpSecret());
    }

    static AccountRecord with(AccountRecord account, String passwordHash, byte[] otpSecret) {
        return new AccountRecord(
                account.id(),
                account.service(),
                account.username(),
                account.agency(),
                account.roles(),
                account.enabled(),
                passwordHash,
                otpSecret,
                account.version());
    }

    static AccountRecord with(AccountRecord account, Set<Role> roles, boolean enabled) {
        return new AccountRecord(
                account.id(),
                account.service(),
                account.username(),
                account.agency(),
                roles,
                enabled,
                account.passwordHash(),
                account.otpSecret(),
                account.version());
    }

    /** The same entry, done by the person in the session. */
    static AuditEntry by(Session session, AuditEntry plain) {
        return new AuditEntry(
                plain.at(),
                plain.service(),
                Optional.of(session.actor().user()),
                session.id(),
                plain.purpose(),
                plain.action(),
                plain.objectType(),
                plain.objectId(),
                plain.result(),
                plain.fields(),
                plain.detail());
    }

    /** Done by nobody signed in, where there is no session. */
    static AuditEntry by(Optional<Session> session, AuditEntry plain) {
        return session.map(each -> by(each, plain)).orElse(plain);
    }

    /** Roles for the audit trail. */
    static String codes(Set<Role> roles) {
        return roles.stream().map(Role::code).sorted().collect(Collectors.joining(" "));
    }

    /** Of what nobody signed in does: the installation itself, or the owner of the data directory. */
    static AuditEntry audit(
            Instant at, AccountRecord account, AuditEntry.Action action, Set<String> fields, String detail) {
        return new AuditEntry(
                at,
                Optional.of(account.service()),
                Optional.empty(),
                "",
                Purpose.ADMINISTRATION,
                action,
                "user",
                account.id().toString(),
                AuditEntry.Result.DONE,
                fields,
                detail);
    }

    /** That one of those who watch each other was stopped; found by the number of the house. */
    static AuditEntry stopped(Instant at, AccountRecord account, String field) {
        return new AuditEntry(
                at,
                Optional.of(account.service()),
                Optional.empty(),
                "",
                Purpose.ADMINISTRATION,
                AuditEntry.Action.CONFIGURE,
                "grave-accounts",
                account.service().toString(),
                AuditEntry.Result.DONE,
                Set.of(field),
                "stopped " + account.id());
    }

    static AuditEntry audit(Instant at, BarnahusRecord house, String detail) {
        return new AuditEntry(
                at,
                Optional.of(house.id()),
                Optional.empty(),
                "",
                Purpose.ADMINISTRATION,
                AuditEntry.Action.CREATE,
                "service",
                house.id().toString(),
                AuditEntry.Result.DONE,
                Set.of("code", "country", "name", "zone"),
                detail);
    }
}
