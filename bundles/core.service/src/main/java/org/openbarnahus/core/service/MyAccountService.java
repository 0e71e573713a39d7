// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Enrol;
import org.openbarnahus.core.service.query.Enrolled;
import org.openbarnahus.core.service.query.MyAccount;
import org.osgi.annotation.versioning.ProviderType;

/** What somebody does with the own account. Implemented by auth.local. */
@ProviderType
public interface MyAccountService {
    @Requires(Permission.OWN_SESSION)
    Outcome<MyAccount> mine(Session session);

    /**
     * Ends every other session of the account.
     *
     * @param source network address: a wrong current password counts as a guess
     */
    @Requires(Permission.OWN_CREDENTIALS)
    Outcome<MyAccount> changePassword(Session session, String current, String next, String source);

    /** Ten new one-use codes, shown once; the old ones are void. */
    @Requires(Permission.OWN_CREDENTIALS)
    Outcome<List<String>> issueRecoveryCodes(Session session);

    /** What the browser needs to make a passkey: the JSON of PublicKeyCredentialCreationOptions. */
    @Requires(Permission.OWN_CREDENTIALS)
    Outcome<String> beginPasskey(Session session);

    /**
     * @param credential JSON of what the browser made
     * @param name 1 to 60 characters, to tell passkeys apart
     */
    @Requires(Permission.OWN_CREDENTIALS)
    Outcome<MyAccount> addPasskey(Session session, String credential, String name);

    /**
     * @param id base64url
     */
    @Requires(Permission.OWN_CREDENTIALS)
    Outcome<MyAccount> removePasskey(Session session, String id);

    /** What the browser needs to use a passkey at sign-in, for whomever: JSON of PublicKeyCredentialRequestOptions. */
    String passkeyChallenge();

    /**
     * Uses up a one-time enrolment code. Same answer and same work for an unknown name.
     *
     * @param source network address, for the throttle
     */
    Outcome<Enrolled> enrol(Enrol command, String source);
}
