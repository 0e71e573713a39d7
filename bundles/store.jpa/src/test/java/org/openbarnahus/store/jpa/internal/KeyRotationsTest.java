// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.LocalKeyService.Rotation;
import org.openbarnahus.core.service.query.KeyState;
import org.openbarnahus.core.service.store.EmergencyAccess;

/** A house gets a new key, everything goes under it, and a stop in the middle costs nothing. */
public class KeyRotationsTest extends OnBothDatabases {
    private static final FieldId NOTE = FieldId.of("se.note");
    private static final int CASES = 23;

    private final List<CaseFile> files = new ArrayList<>();
    private TimelineEntry entry;

    @Before
    public void cases() {
        for (int i = 1; i <= CASES; i++) {
            files.add(db.save(Samples.aCase(house, i, Samples.everyKind())));
        }
        entry = Samples.entry(
                files.getFirst().id(),
                LocalDate.of(2026, 3, 3),
                new FieldValues(Map.of(NOTE, new TextValue("heard in the room"))));
        db.write(house, unit -> {
            unit.insert(entry);
            unit.insert(new QuestionnaireResponse(
                    "barnahus.child",
                    "1.0.0",
                    "after",
                    YearMonth.of(2026, 3),
                    Map.of("q1", "agree"),
                    Map.of("q2", "ok")));
            return StoreFixture.auditOnly(house, entry);
        });
    }

    private KeyRotations rotations() {
        return db.store().rotations(db.keys);
    }

    @Test
    public void everyKeyOfACaseGoesUnderTheNewKeyOfTheHouseAndEverythingIsStillRead() {
        try (KeyRotations rotations = rotations()) {
            rotations.begin(house);
            assertEquals(0, newest());
            while (rotations.step(house)) {
                assertEquals(1, all(rotations).size());
            }
            Rotation done = all(rotations).getFirst();
            assertEquals(CASES, done.cases());
            assertEquals("the answer's text alone", 1, done.texts());
            assertTrue(done.finished().isPresent());
        }
        assertEquals(CASES, newest());
        everythingIsRead();
        for (byte[] texts : column("select texts from response where service = ?")) {
            assertTrue(db.keys.isNewest(house, texts));
        }
        assertEquals(OptionalLong.empty(), db.store().trail().brokenAt(house));
        assertEquals(
                2,
                db.store().trail().after(house, 0, 500).stream()
                        .filter(each -> each.entry().objectType().equals("key"))
                        .count());
    }

    @Test
    public void afterAStopInTheMiddleItGoesOnWhereItWas() {
        try (KeyRotations rotations = rotations()) {
            rotations.begin(house);
            assertTrue(rotations.step(house));
        }
        assertEquals(10, newest());
        everythingIsRead();

        db.shut();
        db.open();

        try (KeyRotations rotations = rotations()) {
            assertEquals("begun already", 10, rotations.begin(house).cases());
            rotations.resume();
            StoreFixture.until(() -> all(rotations).getFirst().finished().isPresent());
            assertEquals(CASES, all(rotations).getFirst().cases());
            assertFalse("nothing left", rotations.step(house));
        }
        assertEquals(CASES, newest());
        everythingIsRead();
    }

    @Test
    public void whatWasWrittenBeforeCasesHadKeysComesUnderTheirKeys() throws SQLException {
        CaseFile old = files.get(5);
        byte[] cipher = db.keys.encrypt(
                house,
                ValuesJson.write(Map.of(NOTE, new TextValue("from before"))).getBytes(StandardCharsets.UTF_8),
                house + "|case_record|texts|" + old.id());
        try (var connection = db.anybody()) {
            Sql.update(
                    connection,
                    "update case_record set case_key = null, texts = ? where id = ?",
                    cipher,
                    old.id().value());
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        CaseFile before = db.read(house, unit -> unit.findCase(old.id())).orElseThrow();
        CaseFile changed = db.saveNext(Samples.changed(before, NOTE, new TextValue("and again")));
        assertEquals(1, bare());

        try (KeyRotations rotations = rotations()) {
            rotations.begin(house);
            while (rotations.step(house)) {
                assertEquals(1, all(rotations).size());
            }
            assertEquals(
                    "text, earlier version, answer",
                    3,
                    all(rotations).getFirst().texts());
        }

        assertEquals(0, bare());
        assertEquals(Optional.of(changed), db.read(house, unit -> unit.findCase(old.id())));
        assertEquals(Optional.of(before), db.read(house, unit -> unit.findCase(old.id(), 1)));
        assertEquals(CASES, newest());
    }

    @Test
    public void aDamagedCaseDoesNotKeepTheOthersFromTheirKey() throws SQLException {
        try (var connection = db.anybody()) {
            Sql.update(
                    connection,
                    "update case_record set case_key = ? where id = ?",
                    db.keys.newDataKey(house, "of nothing"),
                    files.get(3).id().value());
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        try (KeyRotations rotations = rotations()) {
            rotations.begin(house);
            while (rotations.step(house)) {
                assertEquals(1, all(rotations).size());
            }
        }
        assertEquals(CASES - 1, newest());
    }

    private List<Rotation> all(KeyRotations rotations) {
        return rotations.rotations().stream()
                .filter(each -> each.house().equals(house))
                .toList();
    }

    private void everythingIsRead() {
        for (CaseFile file : files) {
            assertEquals(Optional.of(file), db.read(house, unit -> unit.findCase(file.id())));
        }
        assertEquals(Optional.of(entry), db.read(house, unit -> unit.findEntry(entry.id())));
        assertEquals(
                Map.of("q2", "ok"),
                db.read(house, unit -> unit.responses("barnahus.child"))
                        .getFirst()
                        .texts());
    }

    @Test
    public void whatSomebodyWroteAboutAnEmergencyGoesUnderTheNewKeyToo() {
        EmergencyAccess access = Samples.emergency(files.getFirst(), Samples.COORDINATOR, Samples.NOW);
        EmergencyAccess reviewed =
                access.reviewed(new EmergencyAccess.Review(Samples.stamp(9), true, "spoke with her"));
        db.write(house, unit -> {
            unit.insert(access);
            unit.update(reviewed);
            return StoreFixture.auditOnly(house, access);
        });
        try (KeyRotations rotations = rotations()) {
            rotations.begin(house);
            while (rotations.step(house)) {
                // to the end
            }
        }
        for (String column : List.of("reason_text", "review_note")) {
            for (byte[] texts : column("select " + column + " from emergency_access where service = ?")) {
                assertTrue(column, db.keys.isNewest(house, texts));
            }
        }
        assertEquals(Optional.of(reviewed), db.read(house, unit -> unit.emergency(access.id())));
    }

    @Test
    public void theStateSaysHowManyCasesLieUnderWhichKey() {
        db.sql("update case_record set case_key = null where id = '"
                + files.getLast().id() + "'");
        try (KeyRotations rotations = rotations()) {
            KeyState before = rotations.state(house);
            assertEquals(List.of(new KeyState.Version(1, CASES - 1)), before.versions());
            assertEquals(1, before.bare());
            assertEquals(Optional.empty(), before.rotation());
            rotations.begin(house);
            assertTrue(rotations.step(house));
            KeyState during = rotations.state(house);
            assertTrue(during.rotation().orElseThrow().running());
            assertEquals(10, during.rotation().orElseThrow().cases());
            assertEquals(CASES, during.cases());
            assertTrue(during.versions().getLast().cases() >= 9);
            while (rotations.step(house)) {
                // to the end
            }
            KeyState after = rotations.state(house);
            assertEquals(List.of(new KeyState.Version(1, 0), new KeyState.Version(2, CASES)), after.versions());
            assertEquals(0, after.bare());
            assertFalse(after.rotation().orElseThrow().running());
        }
    }

    @Test
    public void whoeverAsksForANewKeyStandsInTheTrailAndOnlyOnce() {
        try (KeyRotations rotations = rotations()) {
            // begun and not going yet: however fast this machine is, the second asks while the first is on its way
            rotations.begin(house, Samples.audit(house, "asked-first"));
            rotations.renew(house, Samples.audit(house, "asked-meanwhile"));
            StoreFixture.until(() -> all(rotations).getFirst().finished().isPresent());
            assertEquals(1, asked("asked-first"));
            assertEquals("nothing was done for this one", 0, asked("asked-meanwhile"));
            rotations.renew(house, Samples.audit(house, "asked-later"));
            StoreFixture.until(() -> all(rotations).getFirst().finished().isPresent());
            assertEquals("another new key", 1, asked("asked-later"));
        }
        assertEquals(CASES, newest());
    }

    private long asked(String id) {
        return db.count("select count(*) from audit where object_id = '" + id + "'");
    }

    @Test
    public void aNewRootKeyIsInTheTrailOfTheSiteAndAStopIsMadeGood() {
        long before = rootEntries();
        try (KeyRotations rotations = rotations()) {
            assertTrue(rotations.rotateRoot().done());
            assertEquals(before + 2, rootEntries());
            rotations.resume();
            assertEquals("nothing to make good", before + 2, rootEntries());
            db.keys.roots.incrementAndGet();
            rotations.resume();
            assertTrue(rotations.root().done());
            assertEquals(before + 3, rootEntries());
        }
    }

    private long rootEntries() {
        return db.count("select count(*) from audit where object_type = 'key' and object_id = 'root'");
    }

    private long newest() {
        return column("select case_key from case_record where service = ?").stream()
                .filter(key -> db.keys.isNewest(house, key))
                .count();
    }

    private long bare() {
        return column("select texts from case_record where service = ?").stream()
                .filter(cipher -> !CaseCipher.ofTheCase(cipher))
                .count();
    }

    private List<byte[]> column(String sql) {
        try (var connection = db.anybody()) {
            return Sql.query(connection, sql, row -> row.getBytes(1), house.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
