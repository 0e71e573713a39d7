// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.ChainedEntry;
import org.openbarnahus.core.service.store.DraftRecord;
import org.openbarnahus.core.service.store.ErasureRecord;
import tools.jackson.databind.JsonNode;

/** A case is destroyed with everything about it, and what remains says so and can be proved. */
public class ErasureTest extends OnBothDatabases {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestSigner signer = new TestSigner();
    private Path list;
    private JpaErasureStore erasures;
    private UserId manager;
    private CaseFile file;
    private TimelineEntry entry;

    @Before
    public void aCaseWithEverything() {
        list = folder.getRoot().toPath().resolve("audit/erased.jsonl");
        erasures = db.store().erasures(signer, list).store();
        manager = db.newManager(house);
        CaseFile first = db.save(Samples.aCase(house, 1, Samples.everyKind()));
        file = db.saveNext(Samples.changed(first, CoreField.SEX, new CodeValue("boy")));
        entry = Samples.entry(
                file.id(),
                LocalDate.of(2026, 3, 3),
                new FieldValues(Map.of(FieldId.of("se.note"), new TextValue("heard"))));
        db.write(house, unit -> {
            unit.insert(entry);
            unit.insert(CaseMember.granted(file.id(), manager, Samples.stamp(1), Optional.empty()));
            return StoreFixture.auditOnly(house, entry);
        });
        for (String place : List.of("case/" + file.id(), "case/" + file.id() + "/new", "case/new")) {
            db.store().signIns().keepDraft(new DraftRecord(house, manager, place, "typed", Samples.NOW));
        }
    }

    private ErasureRecord asked() {
        ErasureRecord request = Samples.erasure(file, manager);
        erasures.insert(request, Samples.audit(house, "request"));
        return request;
    }

    private Optional<ErasedCase> erase(ErasureRecord request) {
        return erasures.erase(
                request, "anna", "per", Samples.audit(house, file.id().toString()));
    }

    @Test
    public void nothingOfTheCaseIsLeftAndTheOthersAreUntouched() {
        CaseFile other = db.save(Samples.aCase(house, 2, Samples.everyKind()));
        ErasureRecord request = asked();
        assertEquals(List.of(request), erasures.requests(house));

        ErasedCase erased = erase(request).orElseThrow();

        assertEquals(List.of(), erasures.requests(house));
        assertEquals(Optional.empty(), db.read(house, unit -> unit.findCase(file.id())));
        assertEquals(Optional.empty(), db.read(house, unit -> unit.findCase(file.id(), 1)));
        assertEquals(Optional.empty(), db.read(house, unit -> unit.findEntry(entry.id())));
        assertTrue(db.read(house, unit -> unit.erased(file.id())));
        assertFalse(db.read(house, unit -> unit.erased(other.id())));
        assertEquals(
                1, db.read(house, unit -> unit.page(CaseQuery.firstPage(50))).total());
        assertEquals(Optional.of(other), db.read(house, unit -> unit.findCase(other.id())));
        assertEquals(List.of(erased), erasures.erased(house));
        for (String table : List.of("case_version", "entry_version")) {
            assertEquals(
                    table,
                    0,
                    db.count(
                            "select count(*) from " + table + " where record_id in (?, ?)",
                            file.id().value(),
                            entry.id().value()));
        }
        assertEquals(1, db.count("select count(*) from draft where service = ?", house.value()));
        assertEquals(
                Map.of(file.id(), file.number().value()), db.store().trail().caseNumbers(house, Set.of(file.id())));
    }

    @Test
    public void theCertificateIsSignedAndStandsOnTheAuditTrail() {
        ErasedCase erased = erase(asked()).orElseThrow();

        assertTrue(signer.verifies(erased.certificate(), erased.signature()));
        assertFalse(signer.verifies(erased.certificate().replace("anna", "nobody"), erased.signature()));
        JsonNode said = BackupReader.JSON.readTree(erased.certificate());
        ChainedEntry entryOfIt = db.store()
                .trail()
                .entry(house, said.get("audit_seq").longValue())
                .orElseThrow();
        assertEquals(said.get("audit_hash").stringValue(), entryOfIt.hash());
        assertEquals(file.id().toString(), entryOfIt.entry().objectId());
        assertEquals("anna", said.get("asked_by").stringValue());
        assertEquals("per", said.get("confirmed_by").stringValue());
        assertEquals("retention", said.get("reason").stringValue());
        assertEquals(1, said.get("rows").get("case_record").intValue());
        assertEquals(1, said.get("rows").get("timeline_entry").intValue());
        assertEquals(2, said.get("rows").get("draft").intValue());
        assertFalse(erased.certificate().contains(Samples.SECRET_TEXT));
        assertEquals(OptionalLong.empty(), db.store().trail().brokenAt(house));
    }

    /** With rows of before and the house's key: what somebody has who kept the ciphers and not the wrapped key. */
    @Test
    public void rowsFromBeforeCannotBeReadWithoutTheKeyThatIsGone() throws SQLException {
        byte[] texts;
        try (var connection = db.anybody()) {
            texts = Sql.query(
                            connection,
                            "select texts from case_record where id = ?",
                            row -> row.getBytes(1),
                            file.id().value())
                    .getFirst();
        }
        erase(asked());
        CaseCipher withTheHouseAlone = new CaseCipher(db.keys, house, file.id().value(), null);
        assertThrows(
                IllegalStateException.class, () -> withTheHouseAlone.decrypt(texts, "case_record|texts|" + file.id()));
        byte[] another =
                db.keys.newDataKey(house, CaseCipher.binding(house, file.id().value()));
        CaseCipher withANewKey = new CaseCipher(db.keys, house, file.id().value(), another);
        assertThrows(IllegalStateException.class, () -> withANewKey.decrypt(texts, "case_record|texts|" + file.id()));
    }

    @Test
    public void ofTwoWhoConfirmOneErasesAndTheOtherDoesNothing() throws Exception {
        ErasureRecord request = asked();
        List<Optional<ErasedCase>> both = together(List.of(() -> erase(request), () -> erase(request)));
        assertEquals(1, both.stream().filter(Optional::isPresent).count());
        assertEquals(1, erasures.erased(house).size());
    }

    @Test
    public void anotherHouseErasesNothing() {
        ServiceId other = db.newHouse();
        ErasureRecord mine = asked();
        ErasureRecord theirs = new ErasureRecord(
                mine.id(), other, mine.caseId(), mine.number(), mine.reason(), manager, mine.asked(), mine.until());

        assertEquals(Optional.empty(), erase(theirs));
        assertEquals(Optional.empty(), erasures.caseOf(other, file.number()));
        assertEquals(Optional.of(file.id()), erasures.caseOf(house, file.number()));
        assertEquals(Optional.of(file), db.read(house, unit -> unit.findCase(file.id())));
        assertEquals(List.of(mine), erasures.requests(house));
    }

    /** What a later version adds must be thought of here. */
    @Test
    public void everyTableThatNamesACaseIsErased() throws SQLException {
        Set<String> naming;
        try (var connection = db.anybody()) {
            naming = new TreeSet<>(Sql.query(
                    connection,
                    "select lower(table_name) from information_schema.columns"
                            + " where lower(column_name) in ('case_id', 'record_id') and lower(table_schema) = 'public'",
                    row -> row.getString(1)));
        }
        assertTrue(naming.toString(), naming.containsAll(List.of("timeline_entry", "case_member", "case_version")));
        naming.remove("erased_case");
        naming.removeAll(ErasedRows.tables());
        assertEquals("tables that name a case and outlive it", Set.of(), naming);
    }

    @Test
    public void aBackupFromBeforeBringsNothingBack() throws IOException {
        Path home = folder.getRoot().toPath();
        Path backup = new Backups(db.store(), db.keys, Optional.empty())
                .backup(home.resolve("backups"))
                .file();
        ErasedCase erased = erase(asked()).orElseThrow();
        Settings target = Settings.of("jdbc:h2:file:" + home + "/restored/db;CIPHER=AES;WRITE_DELAY=0", "ob", "")
                .unlock();
        Restore restore = new Restore(backup, home.resolve("files"), db.keys);
        try (OpenStore store = new OpenStore(target, db.keys, () -> Samples.NOW, List::of, Optional.of(restore))) {
            assertTrue(store.tenants()
                    .read(house, unit -> unit.findCase(file.id()))
                    .isPresent());

            Erasures again = store.erasures(signer, list);

            assertEquals(1, again.again());
            assertEquals(Optional.empty(), store.tenants().read(house, unit -> unit.findCase(file.id())));
            assertEquals(Optional.of(erased), again.store().erased(house, file.id()));
            assertEquals(OptionalLong.empty(), store.trail().brokenAt(house));
            assertEquals("once", 0, store.erasures(signer, list).again());
        }
    }

    @Test
    public void theListIsMadeGoodAndAForgedLineErasesNothing() throws IOException {
        ErasedCase erased = erase(asked()).orElseThrow();
        CaseFile other = db.save(Samples.aCase(house, 2, Samples.everyKind()));
        ErasedList written = new ErasedList(list, new ErasureCertificate(signer));
        assertEquals(List.of(erased), ofThisHouse(written));
        Files.delete(list);
        db.store().erasures(signer, list);
        assertEquals("as after a crash", List.of(erased), ofThisHouse(written));

        String forged = erased.certificate()
                .replace(erased.caseId().toString(), other.id().toString());
        written.append(
                List.of(new ErasedCase(other.id(), house, other.number(), Samples.NOW, forged, erased.signature())));
        Files.writeString(list, Files.readString(list) + "{\"certificate\":\"half");
        assertEquals(0, db.store().erasures(signer, list).again());
        assertEquals(Optional.of(other), db.read(house, unit -> unit.findCase(other.id())));
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(list)));
    }

    private List<ErasedCase> ofThisHouse(ErasedList written) {
        return written.all().stream()
                .filter(each -> each.service().equals(house))
                .toList();
    }
}
