// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** What signing in remembers, in memory. */
final class FakeSignInStore implements SignInStore {
    final Map<String, Tries> tries = new ConcurrentHashMap<>();
    final List<SignInRecord> signIns = new ArrayList<>();
    final List<AgreementRecord> agreements = new ArrayList<>();
    final List<AcceptanceRecord> acceptances = new ArrayList<>();
    final List<TrainingRecord> trainings = new ArrayList<>();
    final List<AuditEntry> trail = new ArrayList<>();
    final Map<String, DraftRecord> drafts = new ConcurrentHashMap<>();
    final Map<UserId, Set<String>> recovery = new ConcurrentHashMap<>();
    final Map<UserId, EnrolmentRecord> enrolments = new ConcurrentHashMap<>();
    final Map<String, RequestRecord> requests = new ConcurrentHashMap<>();
    final List<PasskeyRecord> passkeys = new ArrayList<>();
    private final FakeStore site;
    int lookUps;

    FakeSignInStore(FakeStore site) {
        this.site = site;
    }

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

    @Override
    public int recoveryCodes(UserId account) {
        return codes(account).size();
    }

    private Set<String> codes(UserId account) {
        return recovery.computeIfAbsent(account, id -> ConcurrentHashMap.newKeySet());
    }

    private static String name(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean hasRecoveryCode(UserId account, byte[] hash) {
        lookUps++;
        return codes(account).contains(name(hash));
    }

    @Override
    public boolean useRecoveryCode(UserId account, byte[] hash, AuditEntry audit) {
        boolean there = codes(account).remove(name(hash));
        if (there) {
            trail.add(audit);
        }
        return there;
    }

    @Override
    public void replaceRecoveryCodes(UserId account, List<byte[]> hashes, AuditEntry audit) {
        codes(account).clear();
        hashes.forEach(hash -> codes(account).add(name(hash)));
        trail.add(audit);
    }

    @Override
    public void putEnrolment(EnrolmentRecord enrolment, AuditEntry audit) {
        enrolments.put(enrolment.account(), enrolment);
        trail.add(audit);
    }

    @Override
    public void putEnrolment(EnrolmentRecord enrolment, ServiceId house, RequestRecord request, AuditEntry audit) {
        if (requests.putIfAbsent(house + " " + request.user() + " " + request.key(), request) != null) {
            throw new AssertionError("the key is taken");
        }
        putEnrolment(enrolment, audit);
    }

    @Override
    public Optional<RequestRecord> request(ServiceId house, String user, String key) {
        return Optional.ofNullable(requests.get(house + " " + user + " " + key));
    }

    @Override
    public Optional<EnrolmentRecord> enrolment(UserId account) {
        return Optional.ofNullable(enrolments.get(account));
    }

    @Override
    public boolean enrol(
            AccountRecord renewed, byte[] codeHash, Instant now, List<byte[]> recoveryHashes, AuditEntry audit) {
        EnrolmentRecord code = enrolments.get(renewed.id());
        if (code == null || !Arrays.equals(code.hash(), codeHash) || !now.isBefore(code.expires())) {
            return false;
        }
        enrolments.remove(renewed.id());
        site.accounts.put(renewed.username(), renewed);
        passkeys.removeIf(key -> key.account().equals(renewed.id()));
        replaceRecoveryCodes(renewed.id(), recoveryHashes, audit);
        return true;
    }

    @Override
    public List<PasskeyRecord> passkeys(UserId account) {
        return passkeys.stream().filter(key -> key.account().equals(account)).toList();
    }

    @Override
    public Optional<PasskeyRecord> passkey(byte[] id) {
        return passkeys.stream().filter(key -> Arrays.equals(key.id(), id)).findFirst();
    }

    @Override
    public void insert(PasskeyRecord passkey, AuditEntry audit) {
        passkeys.add(passkey);
        trail.add(audit);
    }

    @Override
    public boolean usePasskey(byte[] id, long seenCount, long newCount, Instant at) {
        Optional<PasskeyRecord> seen = passkey(id).filter(key -> key.signCount() == seenCount);
        seen.ifPresent(key -> {
            passkeys.remove(key);
            passkeys.add(new PasskeyRecord(
                    id, key.account(), key.publicKey(), newCount, key.name(), key.created(), Optional.of(at)));
        });
        return seen.isPresent();
    }

    @Override
    public boolean removePasskey(UserId account, byte[] id, AuditEntry audit) {
        return passkeys.removeIf(key -> key.account().equals(account) && Arrays.equals(key.id(), id));
    }
}
