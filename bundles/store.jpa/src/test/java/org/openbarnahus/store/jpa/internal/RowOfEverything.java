// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.query.SignInRecord;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AccountRequestRecord;
import org.openbarnahus.core.service.store.AgreementRecord;
import org.openbarnahus.core.service.store.AlertRecord;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.DraftRecord;
import org.openbarnahus.core.service.store.EnrolmentRecord;
import org.openbarnahus.core.service.store.ErasureRecord;
import org.openbarnahus.core.service.store.OutsideLink;
import org.openbarnahus.core.service.store.PasskeyRecord;
import org.openbarnahus.core.service.store.RequestRecord;
import org.openbarnahus.core.service.store.RetentionStore;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.TrainingRecord;

/** A house with a row in every table of houses, written as the product writes it. */
final class RowOfEverything {
    private final StoreFixture db;
    final ServiceId house;
    final AccountRecord account;

    private RowOfEverything(StoreFixture db) {
        this.db = db;
        house = db.newHouse();
        account = new AccountRecord(
                new UserId(UUID.randomUUID()),
                house,
                "user-" + house,
                Agency.POLICE,
                Set.of(Role.PRACTITIONER),
                true,
                "hash",
                new byte[] {1, 2, 3},
                1);
    }

    static RowOfEverything in(StoreFixture db) {
        RowOfEverything rows = new RowOfEverything(db);
        rows.ofCases();
        rows.ofPeople();
        rows.ofSigningIn();
        rows.ofErasures();
        rows.ofNobodyAnyMore();
        return rows;
    }

    /** Hash of the house's token. */
    byte[] token() {
        return house.toString().getBytes(UTF_8);
    }

    private void ofCases() {
        CaseFile file = Samples.aCase(house, 1, Samples.everyKind());
        TimelineEntry entry = Samples.entry(file.id(), LocalDate.of(2026, 3, 3), FieldValues.empty());
        db.write(house, unit -> {
            unit.nextNumber("SE-LKP", 2026);
            unit.insert(file);
            unit.insert(entry);
            unit.insert(CaseMember.granted(file.id(), account.id(), Samples.stamp(1), Optional.empty()));
            unit.insert(Samples.emergency(file, account.id(), Samples.NOW));
            unit.insert(new QuestionnaireResponse(
                    "barnahus.child", "1.0.0", "after", YearMonth.of(2026, 3), Map.of("q1", "agree"), Map.of()));
            unit.insert(new RequestRecord("u", house.toString(), "f", "case", "x", 1, Samples.NOW));
            unit.insertToken(token(), "barnahus.child", "after", Samples.NOW.plusSeconds(9));
            return Samples.written(house, file);
        });
        db.saveNext(Samples.changed(file, CoreField.SEX, new CodeValue("boy")));
        db.write(house, unit -> {
            unit.update(new TimelineEntry(
                    entry.id(),
                    entry.caseId(),
                    entry.type(),
                    entry.date(),
                    entry.values(),
                    entry.snapshot(),
                    2,
                    entry.entered(),
                    entry.changed(),
                    true));
            return Samples.written(house, file);
        });
    }

    private void ofPeople() {
        db.store().site().insert(account, Samples.audit(house, "account"));
        db.store()
                .signIns()
                .publish(
                        List.of(new AgreementRecord(house, 1, "en", "text", Samples.NOW)),
                        Samples.audit(house, "agreement"));
        db.store().signIns().keepDraft(new DraftRecord(house, account.id(), "case/1", "typed", Samples.NOW));
        db.store()
                .requests()
                .insert(
                        new AccountRequestRecord(
                                UUID.randomUUID(),
                                house,
                                AccountAct.reset(account.username()),
                                account.id(),
                                Samples.NOW,
                                Samples.NOW.plusSeconds(9)),
                        Samples.audit(house, "request"));
        AlertRecord alert = new AlertRecord(
                UUID.randomUUID(), house, "denied", Optional.empty(), Samples.NOW, Samples.NOW, 1, 1, Optional.empty());
        db.store().trail().insert(alert, Samples.audit(house, "alert"));
    }

    private void ofSigningIn() {
        SignInStore signIns = db.store().signIns();
        byte[] hash = account.username().getBytes(UTF_8);
        signIns.putEnrolment(
                new EnrolmentRecord(account.id(), hash, Samples.NOW.plusSeconds(9)), Samples.audit(house, "code"));
        signIns.replaceRecoveryCodes(account.id(), List.of(hash), Samples.audit(house, "codes"));
        signIns.signedIn(new SignInRecord(account.id(), Samples.NOW, "otp", false));
        signIns.insert(
                new PasskeyRecord(hash, account.id(), hash, 0, "key", Samples.NOW, Optional.empty()),
                Samples.audit(house, "passkey"));
        signIns.accept(
                new AcceptanceRecord(account.id(), 1, "en", "hash", "name", "title", "organisation", Samples.NOW),
                Samples.audit(house, "accepted"));
        signIns.passed(new TrainingRecord(account.id(), 1, "en", Samples.NOW), Samples.audit(house, "passed"));
        linked(account.username());
    }

    /** As this subject at an identity provider, instead of any other. */
    void linked(String subject) {
        db.store().outside().unlink(account.id(), Samples.audit(house, "unlinked"));
        db.store()
                .outside()
                .link(
                        new OutsideLink(account.id(), account.username(), "https://idp", subject, Samples.NOW),
                        Samples.audit(house, "linked"));
    }

    private void ofErasures() {
        CaseFile kept = db.save(Samples.aCase(house, 7, Samples.everyKind()));
        CaseFile gone = db.save(Samples.aCase(house, 8, Samples.everyKind()));
        JpaErasureStore erasures = db.store()
                .erasures(new TestSigner(), db.files.resolve("erased-" + house + ".jsonl"))
                .store();
        for (CaseFile file : java.util.List.of(kept, gone)) {
            ErasureRecord request = new ErasureRecord(
                    UUID.randomUUID(),
                    house,
                    file.id(),
                    file.number(),
                    ErasureReason.MISTAKE,
                    account.id(),
                    Samples.NOW,
                    Samples.NOW.plusSeconds(9));
            erasures.insert(request, Samples.audit(house, "request"));
            if (file.equals(gone)) {
                erasures.erase(request, "a", "b", Samples.audit(house, "erased"));
            }
        }
        hold(kept);
        db.sql("insert into key_rotation values ('" + house
                + "', now(), '00000000-0000-0000-0000-000000000000', 0, 0, null)");
    }

    private void hold(CaseFile file) {
        RetentionStore retention = db.store().retention(db.keys);
        retention.insert(Samples.hold(file, account.id()), Samples.audit(house, "hold"));
        db.sql("insert into retention_proposal values ('" + file.id() + "', '" + house
                + "', 'se.rule', date '2026-01-01', now())");
    }

    /** What the product itself does not write, or no longer. */
    private void ofNobodyAnyMore() {
        db.sql("insert into tenant_probe values ('" + house + "')");
        db.sql(
                "insert into audit_before_chain (happened_at, service, session_id, purpose, action, object_type, object_id,"
                        + " result, fields, detail) values (now(), '" + house + "', '', '', '', '', '', '', '', '')");
    }
}
