// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** What signing in remembers, in plain SQL: counters, lists and codes. */
record JpaSignInStore(
        Transactions transactions,
        AuditChain chain,
        AuditedSql sql,
        CodeRows codes,
        PasskeyRows passkeys,
        PaperRows papers)
        implements SignInStore {
    JpaSignInStore(Transactions transactions, Seals seals, AuditChain chain) {
        this(transactions, seals, chain, new AuditedSql(transactions, chain, Scope.SITE));
    }

    private JpaSignInStore(Transactions transactions, Seals seals, AuditChain chain, AuditedSql sql) {
        this(
                transactions,
                chain,
                sql,
                new CodeRows(seals),
                new PasskeyRows(sql, seals),
                new PaperRows(sql, new DraftTexts(seals.keys())));
    }

    @Override
    public Optional<Tries> tries(String key) {
        return sql.first(
                "select failed, last_at, until_at, told from throttle where throttle_key = ?", SignInRows::tries, key);
    }

    @Override
    public boolean replaceTries(String key, Optional<Tries> seen, Optional<Tries> next) {
        return sql.write(c -> {
            if (seen.isEmpty()) {
                return next.isEmpty() || inserted(c, key, next.get());
            }
            Tries old = seen.get();
            String same = " where throttle_key = ? and failed = ? and last_at = ? and until_at = ? and told = ?";
            if (next.isEmpty()) {
                return Sql.update(
                                c,
                                "delete from throttle" + same,
                                key,
                                old.failed(),
                                old.last(),
                                old.until(),
                                old.told())
                        == 1;
            }
            Tries now = next.get();
            return Sql.update(
                            c,
                            "update throttle set failed = ?, last_at = ?, until_at = ?, told = ?" + same,
                            now.failed(),
                            now.last(),
                            now.until(),
                            now.told(),
                            key,
                            old.failed(),
                            old.last(),
                            old.until(),
                            old.told())
                    == 1;
        });
    }

    /** As one statement that inserts nothing when the key is there: a failed insert would spoil the transaction. */
    private static boolean inserted(Connection c, String key, Tries tries) throws SQLException {
        return Sql.update(
                        c,
                        "insert into throttle (throttle_key, failed, last_at, until_at, told)"
                                + " select cast(? as varchar(80)), cast(? as integer), cast(? as timestamp(6)),"
                                + " cast(? as timestamp(6)), cast(? as boolean)"
                                + " where not exists (select 1 from throttle where throttle_key = ?)",
                        key,
                        tries.failed(),
                        tries.last(),
                        tries.until(),
                        tries.told(),
                        key)
                == 1;
    }

    @Override
    public int recoveryCodes(UserId account) {
        return sql.of(account)
                .first("select count(*) from recovery_code where account = ?", row -> row.getInt(1), account.value())
                .orElse(0);
    }

    @Override
    public boolean hasRecoveryCode(UserId account, byte[] hash) {
        return sql.of(account).read(c -> codes.recovery(c, account, hash)).isPresent();
    }

    @Override
    public boolean useRecoveryCode(UserId account, byte[] hash, AuditEntry audit) {
        return sql.of(account).write(c -> {
            boolean there = codes.useRecovery(c, account, hash);
            if (there) {
                chain.append(c, List.of(audit));
            }
            return there;
        });
    }

    @Override
    public void replaceRecoveryCodes(UserId account, List<byte[]> hashes, AuditEntry audit) {
        sql.of(account).audited(audit, c -> codes.putRecovery(c, account, hashes));
    }

    @Override
    public void putEnrolment(EnrolmentRecord enrolment, AuditEntry audit) {
        sql.of(enrolment.account()).audited(audit, c -> codes.putEnrolment(c, enrolment));
    }

    @Override
    public void putEnrolment(EnrolmentRecord enrolment, ServiceId house, RequestRecord request, AuditEntry audit) {
        sql.of(house).audited(audit, c -> {
            codes.putEnrolment(c, enrolment);
            Requests.insert(c, house, request);
        });
    }

    @Override
    public Optional<RequestRecord> request(ServiceId house, String user, String key) {
        return transactions.read(Scope.of(house), t -> Requests.find(t, house, user, key));
    }

    @Override
    public Optional<EnrolmentRecord> enrolment(UserId account) {
        return sql.of(account).read(c -> codes.enrolment(c, account));
    }

    @Override
    public boolean enrol(
            AccountRecord renewed, byte[] codeHash, Instant now, List<byte[]> recoveryHashes, AuditEntry audit) {
        return transactions.write(
                Scope.of(renewed.service()),
                t -> codes.useEnrolment(t, renewed, codeHash, now)
                        && t.sql(c -> {
                            codes.putRecovery(c, renewed.id(), recoveryHashes);
                            chain.append(c, List.of(audit));
                            return true;
                        }));
    }

    @Override
    public void signedIn(SignInRecord signIn) {
        sql.of(signIn.account()).write(c -> UseRows.signedIn(c, signIn));
    }

    @Override
    public List<SignInRecord> signIns(UserId account, int most) {
        return sql.of(account)
                .all(
                        "select account, at, factor, took_over from sign_in where account = ? order by at desc"
                                + " fetch first " + most + " rows only",
                        SignInRows::signIn,
                        account.value());
    }

    @Override
    public List<PasskeyRecord> passkeys(UserId account) {
        return passkeys.of(account);
    }

    @Override
    public Optional<PasskeyRecord> passkey(byte[] id) {
        return passkeys.find(id);
    }

    @Override
    public void insert(PasskeyRecord passkey, AuditEntry audit) {
        passkeys.insert(passkey, audit);
    }

    @Override
    public boolean usePasskey(byte[] id, long seenCount, long newCount, Instant at) {
        return passkeys.use(id, seenCount, newCount, at);
    }

    @Override
    public boolean removePasskey(UserId account, byte[] id, AuditEntry audit) {
        return passkeys.remove(account, id, audit);
    }

    @Override
    public List<AgreementRecord> agreements(ServiceId service) {
        return papers.agreements(service);
    }

    @Override
    public void publish(List<AgreementRecord> texts, AuditEntry audit) {
        papers.publish(texts, audit);
    }

    @Override
    public List<AcceptanceRecord> acceptances(UserId account) {
        return papers.acceptances(account);
    }

    @Override
    public List<AcceptanceRecord> acceptancesOf(ServiceId service) {
        return papers.acceptancesOf(service);
    }

    @Override
    public void accept(AcceptanceRecord signed, AuditEntry audit) {
        papers.accept(signed, audit);
    }

    @Override
    public List<TrainingRecord> trainings(UserId account) {
        return papers.trainings(account);
    }

    @Override
    public List<TrainingRecord> trainingsOf(ServiceId service) {
        return papers.trainingsOf(service);
    }

    @Override
    public void passed(TrainingRecord training, AuditEntry audit) {
        papers.passed(training, audit);
    }

    @Override
    public void keepDraft(DraftRecord draft) {
        papers.keepDraft(draft);
    }

    @Override
    public Optional<DraftRecord> draft(ServiceId service, UserId user, String place) {
        return papers.draft(service, user, place);
    }

    @Override
    public void forgetDraft(UserId user, String place) {
        papers.forgetDraft(user, place);
    }
}
