// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.SignInRecord;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What signing in needs to remember beside the accounts. Everything survives a restart. Trouble with the database is a
 * {@link org.openbarnahus.core.service.StoreUnavailableException}. Implemented by store.jpa.
 */
@ProviderType
public interface SignInStore {
    Optional<Tries> tries(String key);

    /**
     * Replaces what is remembered of the key, if it still is what the caller saw.
     *
     * @param key at most 80 characters
     * @return false when somebody else was faster: read again
     */
    boolean replaceTries(String key, Optional<Tries> seen, Optional<Tries> next);

    /** How many recovery codes the account has left. */
    int recoveryCodes(UserId account);

    boolean hasRecoveryCode(UserId account, byte[] hash);

    /** Destroys the code; false when it is not there, or not any more. */
    boolean useRecoveryCode(UserId account, byte[] hash, AuditEntry audit);

    /** New codes in the place of all old ones. */
    void replaceRecoveryCodes(UserId account, List<byte[]> hashes, AuditEntry audit);

    /** A new enrolment code in the place of an older one. */
    void putEnrolment(EnrolmentRecord enrolment, AuditEntry audit);

    /**
     * As {@link #putEnrolment(EnrolmentRecord, AuditEntry)}, and remembers the request that asked for it.
     *
     * @param house of whoever asked
     */
    void putEnrolment(EnrolmentRecord enrolment, ServiceId house, RequestRecord request, AuditEntry audit);

    /** The request that was answered under the key, for some hours. */
    Optional<RequestRecord> request(ServiceId house, String user, String key);

    Optional<EnrolmentRecord> enrolment(UserId account);

    /**
     * Uses up an enrolment code: the account gets the record's password and second factor and these recovery codes, and
     * loses its passkeys, all at once.
     *
     * @return false when the code is not there (any more) or has expired; nothing has changed then
     */
    boolean enrol(AccountRecord renewed, byte[] codeHash, Instant now, List<byte[]> recoveryHashes, AuditEntry audit);

    void signedIn(SignInRecord signIn);

    /** The account's last sign-ins, newest first. */
    List<SignInRecord> signIns(UserId account, int most);

    List<PasskeyRecord> passkeys(UserId account);

    Optional<PasskeyRecord> passkey(byte[] id);

    void insert(PasskeyRecord passkey, AuditEntry audit);

    /** Notes a use; false when the counter is not the one seen: two uses at once, or a copy. */
    boolean usePasskey(byte[] id, long seenCount, long newCount, Instant at);

    /** False when the account has no such passkey. */
    boolean removePasskey(UserId account, byte[] id, AuditEntry audit);

    /** All versions and languages that the house has published itself. */
    List<AgreementRecord> agreements(ServiceId service);

    void publish(List<AgreementRecord> texts, AuditEntry audit);

    /** What the account has signed, newest first. */
    List<AcceptanceRecord> acceptances(UserId account);

    /** What the house's accounts have signed. */
    List<AcceptanceRecord> acceptancesOf(ServiceId service);

    void accept(AcceptanceRecord acceptance, AuditEntry audit);

    /** Tests that the account has passed, newest first. */
    List<TrainingRecord> trainings(UserId account);

    /** Tests that the house's accounts have passed, newest first. */
    List<TrainingRecord> trainingsOf(ServiceId service);

    void passed(TrainingRecord training, AuditEntry audit);

    /** Keeps the draft in the place of an older one. */
    void keepDraft(DraftRecord draft);

    Optional<DraftRecord> draft(ServiceId service, UserId user, String place);

    void forgetDraft(UserId user, String place);
}
