// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.util.Optional;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which account belongs to whom at a provider outside. An identity has one account and an account one identity. Implemented
 * by store.jpa.
 */
@ProviderType
public interface OutsideIdentityStore {
    Optional<OutsideLink> find(String issuer, String subject);

    Optional<OutsideLink> of(UserId account);

    /** False when the account or the identity is linked already; nothing has changed then. */
    boolean link(OutsideLink link, AuditEntry audit);

    /** False when there was no link. */
    boolean unlink(UserId account, AuditEntry audit);

    /**
     * Uses up an enrolment code: the account gets the record's password and second factor, which nobody knows, loses
     * recovery codes, passkeys and an older link, and is entered by this identity from now on.
     *
     * @return false when the code is not there (any more) or has expired, or the identity has another account; nothing has
     *     changed then
     */
    boolean enrol(AccountRecord renewed, byte[] codeHash, OutsideLink link, AuditEntry audit);
}
