// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.DraftRecord;

/** Each case has a key, and what is written about it lies under that key and no other. */
public class CaseKeysTest extends OnBothDatabases {
    private static final FieldId NOTE = FieldId.of("se.note");

    private CaseFile one;
    private CaseFile two;
    private TimelineEntry entry;

    @Before
    public void twoCases() {
        one = db.save(Samples.aCase(house, 1, Samples.everyKind()));
        two = db.save(Samples.aCase(house, 2, Samples.everyKind()));
        entry = Samples.entry(
                one.id(), LocalDate.of(2026, 3, 3), new FieldValues(Map.of(NOTE, new TextValue("heard in the room"))));
        db.write(house, unit -> {
            unit.insert(entry);
            return StoreFixture.auditOnly(house, entry);
        });
    }

    @Test
    public void everythingWrittenAboutACaseLiesUnderItsKey() {
        db.saveNext(Samples.changed(one, CoreField.SEX, new CodeValue("boy")));
        db.write(house, unit -> {
            unit.update(next(entry));
            return StoreFixture.auditOnly(house, entry);
        });
        UserId user = account();
        DraftRecord draft = new DraftRecord(house, user, "case/" + one.id(), "typed", Samples.NOW);
        db.store().signIns().keepDraft(draft);

        for (byte[] cipher : ciphers(one)) {
            assertTrue(CaseCipher.ofTheCase(cipher));
        }
        assertEquals(5, ciphers(one).size());
        assertFalse(Arrays.equals(key(one), key(two)));
        assertEquals(Optional.of(draft), db.store().signIns().draft(house, user, draft.place()));
        assertEquals(Optional.of(one), db.read(house, unit -> unit.findCase(one.id(), 1)));
        assertEquals(Optional.of(entry), db.read(house, unit -> unit.findEntry(entry.id(), 1)));
    }

    @Test
    public void withTheKeyOfAnotherCaseNothingIsRead() {
        update(
                "update case_record set case_key = ? where id = ?",
                key(two),
                one.id().value());

        assertThrows(IllegalStateException.class, () -> load(one));
        assertThrows(IllegalStateException.class, () -> db.read(house, unit -> unit.findEntry(entry.id())));
        assertEquals(two, load(two));
    }

    @Test
    public void withoutTheKeyNobodyReadsWhatIsStillThere() {
        update("update case_record set case_key = null where id = ?", one.id().value());

        assertThrows(IllegalStateException.class, () -> load(one));
        for (byte[] cipher : ciphers(one)) {
            byte[] bare = Arrays.copyOfRange(cipher, 1, cipher.length);
            String place = house + "|case_record|texts|" + one.id();
            assertThrows(RuntimeException.class, () -> db.keys.decrypt(house, cipher, place));
            assertThrows(RuntimeException.class, () -> db.keys.decrypt(house, bare, place));
        }
    }

    @Test
    public void aTextMovedToAnotherEntryOfTheSameCaseIsNoticed() {
        TimelineEntry other = Samples.entry(one.id(), LocalDate.of(2026, 3, 4), entry.values());
        db.write(house, unit -> {
            unit.insert(other);
            return StoreFixture.auditOnly(house, other);
        });
        byte[] moved = column(
                        "select texts from timeline_entry where id = ?",
                        entry.id().value())
                .getFirst();
        update(
                "update timeline_entry set texts = ? where id = ?",
                moved,
                other.id().value());

        assertEquals(Optional.of(entry), db.read(house, unit -> unit.findEntry(entry.id())));
        assertThrows(IllegalStateException.class, () -> db.read(house, unit -> unit.findEntry(other.id())));
    }

    @Test
    public void whatWasWrittenBeforeCasesHadKeysIsReadAndGoesOn() {
        byte[] old = db.keys.encrypt(
                house,
                ValuesJson.write(Map.of(NOTE, new TextValue("from before"))).getBytes(StandardCharsets.UTF_8),
                house + "|case_record|texts|" + two.id());
        update(
                "update case_record set case_key = null, texts = ? where id = ?",
                old,
                two.id().value());

        CaseFile read = load(two);
        assertEquals(Optional.of(new TextValue("from before")), read.values().get(NOTE));
        CaseFile changed = db.saveNext(Samples.changed(read, NOTE, new TextValue("and after")));
        assertEquals(changed, load(two));
        assertEquals(Optional.of(read), db.read(house, unit -> unit.findCase(two.id(), 1)));
    }

    @Test
    public void theKeyIsOpenedOnceForARead() {
        int before = db.keys.decrypted.get();
        db.read(house, unit -> {
            unit.findCase(one.id());
            unit.findEntry(entry.id());
            return unit.timeline(one.id());
        });
        assertEquals(1, db.keys.decrypted.get() - before);
        db.read(house, unit -> unit.histories(List.of(one.id(), two.id())));
        assertEquals("facts open no key", 1, db.keys.decrypted.get() - before);
    }

    @Test
    public void anUnchangedKeyStaysWithTheCase() {
        byte[] before = key(one);
        db.saveNext(Samples.changed(one, NOTE, new TextValue("another text")));
        assertArrayEquals(before, key(one));
    }

    private UserId account() {
        UserId id = new UserId(UUID.randomUUID());
        AccountRecord record = new AccountRecord(
                id, house, "u-" + id, Agency.POLICE, Set.of(Role.PRACTITIONER), true, "hash", new byte[] {1}, 1);
        db.store().site().insert(record, Samples.audit(house, "account"));
        return id;
    }

    private TimelineEntry next(TimelineEntry from) {
        return new TimelineEntry(
                from.id(),
                from.caseId(),
                from.type(),
                from.date(),
                from.values(),
                from.snapshot(),
                from.version() + 1,
                from.entered(),
                Samples.stamp(9),
                true);
    }

    private CaseFile load(CaseFile file) {
        return db.read(house, unit -> unit.findCase(file.id())).orElseThrow();
    }

    private byte[] key(CaseFile file) {
        return column("select case_key from case_record where id = ?", file.id().value())
                .getFirst();
    }

    private List<byte[]> ciphers(CaseFile file) {
        UUID id = file.id().value();
        List<byte[]> all = new ArrayList<>(column("select texts from case_record where id = ?", id));
        all.addAll(column("select texts from timeline_entry where case_id = ?", id));
        all.addAll(column("select record from case_version where record_id = ?", id));
        all.addAll(column(
                "select record from entry_version where record_id in (select id from timeline_entry where case_id = ?)",
                id));
        all.addAll(column("select content from draft where place = ?", "case/" + id));
        return all;
    }

    private List<byte[]> column(String sql, Object parameter) {
        try (var connection = db.anybody()) {
            return Sql.query(connection, sql, row -> row.getBytes(1), parameter);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(String sql, Object... parameters) {
        try (var connection = db.anybody()) {
            assertEquals(1, Sql.update(connection, sql, parameters));
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
