// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.SignInRecord;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AgreementRecord;
import org.openbarnahus.core.service.store.DraftRecord;
import org.openbarnahus.core.service.store.EnrolmentRecord;
import org.openbarnahus.core.service.store.PasskeyRecord;
import org.openbarnahus.core.service.store.RequestRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.openbarnahus.core.service.store.Tries;

/** Counters, sign-ins, agreements, trainings and drafts in memory; what engine.access does not use fails loudly. */
final class FakeSignInStore implements SignInStore {
    Optional<FakeUses> uses = Optional.empty();
    final Map<String, Tries> tries = new ConcurrentHashMap<>();
    final List<SignInRecord> signIns = new ArrayList<>();
    final List<AgreementRecord> agreements = new ArrayList<>();
    final List<AcceptanceRecord> acceptances = new ArrayList<>();
    final List<TrainingRecord> trainings = new ArrayList<>();
    final List<AuditEntry> trail = new ArrayList<>();
    final Map<String, DraftRecord> drafts = new ConcurrentHashMap<>();

    @Override
    public Optional<Tries> tries(String key) {
        return Optional.ofNullable(tries.get(key));
    }

    @Override
    public boolean replaceTries(String key, Optional<Tries> seen, Optional<Tries> next) {
        if (key.length() > 80) {
            throw new AssertionError("the key is too long");
        }
        if (seen.isEmpty()) {
            return next.isEmpty() || tries.putIfAbsent(key, next.get()) == null;
        }
        return next.map(now -> tries.replace(key, seen.get(), now)).orElseGet(() -> tries.remove(key, seen.get()));
    }

    @Override
    public void signedIn(SignInRecord signIn) {
        signIns.add(signIn);
        uses.ifPresent(known -> known.used(signIn.account(), signIn.at()));
    }

    @Override
    public List<SignInRecord> signIns(UserId account, int most) {
        return signIns.stream()
                .filter(each -> each.account().equals(account))
                .sorted(Comparator.comparing(SignInRecord::at).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public List<AgreementRecord> agreements(ServiceId service) {
        return agreements.stream()
                .filter(each -> each.service().equals(service))
                .toList();
    }

    @Override
    public void publish(List<AgreementRecord> texts, AuditEntry audit) {
        agreements.addAll(texts);
        trail.add(audit);
    }

    @Override
    public List<AcceptanceRecord> acceptances(UserId account) {
        return acceptances.stream()
                .filter(each -> each.account().equals(account))
                .toList();
    }

    @Override
    public List<AcceptanceRecord> acceptancesOf(ServiceId service) {
        return List.copyOf(acceptances);
    }

    @Override
    public void accept(AcceptanceRecord acceptance, AuditEntry audit) {
        acceptances.add(acceptance);
        trail.add(audit);
    }

    @Override
    public List<TrainingRecord> trainings(UserId account) {
        return trainings.stream().filter(each -> each.account().equals(account)).toList();
    }

    @Override
    public List<TrainingRecord> trainingsOf(ServiceId service) {
        return List.copyOf(trainings);
    }

    @Override
    public void passed(TrainingRecord training, AuditEntry audit) {
        trainings.add(training);
        trail.add(audit);
    }

    @Override
    public void keepDraft(DraftRecord draft) {
        drafts.put(draft.user() + draft.place(), draft);
    }

    @Override
    public Optional<DraftRecord> draft(ServiceId service, UserId user, String place) {
        return Optional.ofNullable(drafts.get(user + place))
                .filter(each -> each.service().equals(service));
    }

    @Override
    public void forgetDraft(UserId user, String place) {
        drafts.remove(user + place);
    }

    private static AssertionError unexpected() {
        return new AssertionError("not expected");
    }

    @Override
    public int recoveryCodes(UserId account) {
        throw unexpected();
    }

    @Override
    public boolean hasRecoveryCode(UserId account, byte[] hash) {
        throw unexpected();
    }

    @Override
    public boolean useRecoveryCode(UserId account, byte[] hash, AuditEntry audit) {
        throw unexpected();
    }

    @Override
    public void replaceRecoveryCodes(UserId account, List<byte[]> hashes, AuditEntry audit) {
        throw unexpected();
    }

    @Override
    public void putEnrolment(EnrolmentRecord enrolment, AuditEntry audit) {
        throw unexpected();
    }

    @Override
    public void putEnrolment(EnrolmentRecord enrolment, ServiceId house, RequestRecord request, AuditEntry audit) {
        throw unexpected();
    }

    @Override
    public Optional<RequestRecord> request(ServiceId house, String user, String key) {
        throw unexpected();
    }

    @Override
    public Optional<EnrolmentRecord> enrolment(UserId account) {
        throw unexpected();
    }

    @Override
    public boolean enrol(
            AccountRecord renewed, byte[] codeHash, Instant now, List<byte[]> recoveryHashes, AuditEntry audit) {
        throw unexpected();
    }

    @Override
    public List<PasskeyRecord> passkeys(UserId account) {
        throw unexpected();
    }

    @Override
    public Optional<PasskeyRecord> passkey(byte[] id) {
        throw unexpected();
    }

    @Override
    public void insert(PasskeyRecord passkey, AuditEntry audit) {
        throw unexpected();
    }

    @Override
    public boolean usePasskey(byte[] id, long seenCount, long newCount, Instant at) {
        throw unexpected();
    }

    @Override
    public boolean removePasskey(UserId account, byte[] id, AuditEntry audit) {
        throw unexpected();
    }
}
