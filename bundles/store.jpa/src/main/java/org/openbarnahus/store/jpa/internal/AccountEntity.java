// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.KeyService;

/** A row of account. The TOTP secret is encrypted under the site's key, and binds all that the row says: see {@link AccountSeal}. */
@Entity
@Table(name = "account")
@NamedQuery(name = "AccountEntity.named", query = "select a from AccountEntity a where a.username = :username")
@NamedQuery(
        name = "AccountEntity.of",
        query = "select a from AccountEntity a where a.service = :service order by a.username")
@NamedQuery(name = "AccountEntity.count", query = "select count(a) from AccountEntity a")
class AccountEntity {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID service;
    private String username;
    private String agency;
    private String roles;
    private boolean enabled;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "otp_secret")
    private byte[] otpSecret;

    @Column(name = "otp_step", insertable = false, updatable = false)
    private long otpStep;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected AccountEntity() {}

    @SuppressWarnings("NullAway.Init") // change() does the rest
    AccountEntity(AccountRecord account, KeyService keys) {
        id = account.id().value();
        change(account, keys);
    }

    final void change(AccountRecord account, KeyService keys) {
        service = account.service().value();
        username = account.username();
        agency = account.agency().name();
        roles = account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        enabled = account.enabled();
        passwordHash = account.passwordHash();
        otpSecret = keys.encryptSite(account.otpSecret(), seal());
    }

    long version() {
        return version;
    }

    boolean enabled() {
        return enabled;
    }

    UUID id() {
        return id;
    }

    /**
     * @throws IllegalStateException when somebody else than the product has written the row
     */
    AccountRecord record(KeyService keys) {
        byte[] factor = keys.decryptSite(otpSecret, seal()); // before anything of the row is believed
        return new AccountRecord(
                new UserId(id),
                new ServiceId(service),
                username,
                Agency.valueOf(agency),
                roles(),
                enabled,
                passwordHash,
                factor,
                version);
    }

    private Set<Role> roles() {
        return Stream.of(roles.split(","))
                .filter(r -> !r.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    private String seal() {
        return new AccountSeal(id, service, username, agency, roles, enabled, passwordHash).place();
    }
}
