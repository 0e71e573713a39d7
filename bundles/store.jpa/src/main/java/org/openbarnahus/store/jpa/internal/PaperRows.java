// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.AgreementRecord;
import org.openbarnahus.core.service.store.DraftRecord;
import org.openbarnahus.core.service.store.TrainingRecord;

/** What people sign, pass and have not finished: agreements, acceptances, trainings, drafts of forms. */
record PaperRows(AuditedSql sql, DraftTexts texts) {
    List<AgreementRecord> agreements(ServiceId service) {
        return sql.of(service)
                .all(
                        "select service, version, language, content, published_at from agreement where service = ?"
                                + " order by version, language",
                        SignInRows::agreement,
                        service.value());
    }

    void publish(List<AgreementRecord> texts, AuditEntry audit) {
        audit.service().map(sql::of).orElse(sql).audited(audit, c -> {
            for (AgreementRecord text : texts) {
                Sql.update(
                        c,
                        "insert into agreement (service, version, language, content, published_at)"
                                + " values (?, ?, ?, ?, ?)",
                        text.service().value(),
                        text.version(),
                        text.language(),
                        text.text(),
                        text.published());
            }
        });
    }

    List<AcceptanceRecord> acceptances(UserId account) {
        return sql.of(account)
                .all(
                        SignInRows.ACCEPTANCE + " where a.account = ? order by a.at desc",
                        SignInRows::acceptance,
                        account.value());
    }

    List<AcceptanceRecord> acceptancesOf(ServiceId service) {
        return sql.of(service)
                .all(
                        SignInRows.ACCEPTANCE
                                + " join account b on b.id = a.account where b.service = ? order by a.at desc",
                        SignInRows::acceptance,
                        service.value());
    }

    void accept(AcceptanceRecord signed, AuditEntry audit) {
        sql.of(signed.account())
                .audited(
                        audit,
                        c -> Sql.update(
                                c,
                                "insert into acceptance (account, service, version, language, hash, name, title, organisation, at)"
                                        + " values (?, " + SignInRows.HOUSE + ", ?, ?, ?, ?, ?, ?, ?)",
                                signed.account().value(),
                                signed.account().value(),
                                signed.version(),
                                signed.language(),
                                signed.hash(),
                                signed.name(),
                                signed.title(),
                                signed.organisation(),
                                signed.at()));
    }

    List<TrainingRecord> trainings(UserId account) {
        return sql.of(account)
                .all(
                        SignInRows.TRAINING + " where t.account = ? order by t.at desc",
                        SignInRows::training,
                        account.value());
    }

    List<TrainingRecord> trainingsOf(ServiceId service) {
        return sql.of(service)
                .all(
                        SignInRows.TRAINING
                                + " join account b on b.id = t.account where b.service = ? order by t.at desc",
                        SignInRows::training,
                        service.value());
    }

    void passed(TrainingRecord training, AuditEntry audit) {
        sql.of(training.account())
                .audited(
                        audit,
                        c -> Sql.update(
                                c,
                                "insert into training (account, service, at, version, language) values (?, "
                                        + SignInRows.HOUSE + ", ?, ?, ?)",
                                training.account().value(),
                                training.account().value(),
                                training.at(),
                                training.version(),
                                training.language()));
    }

    void keepDraft(DraftRecord draft) {
        sql.of(draft.service()).write(c -> {
            byte[] content = texts.seal(c, draft);
            Sql.update(
                    c,
                    "delete from draft where user_id = ? and place = ?",
                    draft.user().value(),
                    draft.place());
            return Sql.update(
                    c,
                    "insert into draft (user_id, place, service, content, at) values (?, ?, ?, ?, ?)",
                    draft.user().value(),
                    draft.place(),
                    draft.service().value(),
                    content,
                    draft.at());
        });
    }

    Optional<DraftRecord> draft(ServiceId service, UserId user, String place) {
        return sql
                .transactions()
                .read(
                        Scope.of(service),
                        t -> t.sql(c -> Sql.query(
                                c,
                                "select content, at from draft where user_id = ? and place = ? and service = ?",
                                row -> new DraftRecord(
                                        service,
                                        user,
                                        place,
                                        texts.open(c, service, user, place, row.getBytes("content")),
                                        Sql.instant(row, "at")),
                                user.value(),
                                place,
                                service.value())))
                .stream()
                .findFirst();
    }

    void forgetDraft(UserId user, String place) {
        sql.transactions().write(Scope.SIGN_IN, t -> {
            t.sql(c -> HouseOf.account(c, user)).ifPresent(t::enter);
            return t.sql(c -> Sql.update(c, "delete from draft where user_id = ? and place = ?", user.value(), place));
        });
    }
}
