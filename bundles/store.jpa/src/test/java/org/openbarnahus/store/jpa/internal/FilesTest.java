// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.OutsideLink;

/** What lies on the disk. */
public class FilesTest {
    private static final String SUBJECT = "subject-7d1f0a3e";

    @Test
    public void noFreeTextIsReadableInTheFilesOfH2() throws Exception {
        try (StoreFixture db = StoreFixture.onH2()) {
            CaseFile saved = saveTwice(db);
            db.shut();
            assertTrue(Files.size(db.files.resolve("db.mv.db")) > 10_000);
            assertNowhere(db.files, Samples.SECRET_TEXT);
            // the file is encrypted as a whole: not even what stands in clear columns can be read
            assertNowhere(db.files, saved.number().value());
            assertNowhere(db.files, SUBJECT);
            assertFalse(Files.exists(db.files.resolve("db.trace.db")));
            db.open();
            assertEquals(2, reread(db, saved).version());
        }
    }

    @Test
    public void noFreeTextIsReadableInTheFilesOfPostgres() throws Exception {
        PostgresServer server = PostgresServer.startOrSkip();
        try (StoreFixture db = StoreFixture.on(server)) {
            CaseFile saved = saveTwice(db);
            try (var connection = db.anybody()) {
                Sql.execute(connection, "checkpoint");
            }
            assertNowhere(db.files, Samples.SECRET_TEXT);
            assertNowhere(db.files, SUBJECT);
            assertTrue("the search works", somewhere(db.files, saved.number().value(), UTF_8));
        }
    }

    private static CaseFile saveTwice(StoreFixture db) {
        ServiceId house = db.newHouse();
        CaseFile file = db.save(Samples.aCase(house, 1, Samples.everyKind()));
        linkedAs(db, house, SUBJECT);
        db.saveNext(Samples.changed(file, CoreField.NOTE, new TextValue(Samples.SECRET_TEXT + " again")));
        return file;
    }

    private static void linkedAs(StoreFixture db, ServiceId house, String subject) {
        AccountRecord account = new AccountRecord(
                new UserId(UUID.randomUUID()), house, "u", Agency.POLICE, Set.of(), true, "hash", new byte[20], 1);
        db.store().site().insert(account, Samples.audit(house, "account"));
        OutsideLink link = new OutsideLink(account.id(), "u", "https://idp.example.org", subject, Samples.NOW);
        assertTrue(db.store().outside().link(link, Samples.audit(house, "linked")));
    }

    private static CaseFile reread(StoreFixture db, CaseFile file) {
        return db.read(file.service(), unit -> unit.findCase(file.id())).orElseThrow();
    }

    private static void assertNowhere(Path directory, String text) throws Exception {
        for (Charset charset : List.of(UTF_8, UTF_16LE)) {
            assertFalse(somewhere(directory, text, charset));
        }
    }

    private static boolean somewhere(Path directory, String text, Charset charset) throws Exception {
        String sought = new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(sought)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    public void theFileDoesNotOpenWithAnotherKey() {
        try (StoreFixture db = StoreFixture.onH2()) {
            db.shut();
            assertThrows(
                    RuntimeException.class,
                    () -> new OpenStore(db.settings, new TestKeys(), () -> Samples.NOW, List::of).close());
            db.open();
        }
    }

    @Test
    public void anUnsafeUrlOfH2IsRefused() {
        for (String url : List.of(
                "jdbc:h2:file:/tmp/x",
                "jdbc:h2:file:/tmp/x;CIPHER=AES",
                "jdbc:h2:file:/tmp/x;WRITE_DELAY=0",
                "jdbc:h2:file:/tmp/x;CIPHER=AES;WRITE_DELAY=05",
                "jdbc:h2:file:/tmp/x;CIPHER=AES;WRITE_DELAY=0;retention_time=0",
                "jdbc:mysql://localhost/x")) {
            Settings settings = Settings.of(url, "u", "");
            assertThrows(url, IllegalArgumentException.class, () -> Dialect.of(settings, new TestKeys()));
        }
    }

    @Test
    public void everySaveOfH2IsSynced() throws Exception {
        try (StoreFixture db = StoreFixture.onH2()) {
            ServiceId house = db.newHouse();
            long before = db.store().syncs();
            for (int i = 1; i <= 10; i++) {
                db.save(Samples.aCase(house, i, Samples.everyKind()));
            }
            assertEquals(before + 10, db.store().syncs());
        }
    }
}
