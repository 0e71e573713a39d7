// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;

/** Houses, accounts, schema history and the audit queue. */
public class SiteTest extends OnBothDatabases {
    private static final byte[] SECRET = "12345678901234567890".getBytes(UTF_8);

    private SiteStore site() {
        return db.store().site();
    }

    private AccountRecord account(String username, long version, boolean enabled) {
        return new AccountRecord(
                new UserId(UUID.nameUUIDFromBytes(username.getBytes(UTF_8))),
                house,
                username,
                Agency.POLICE,
                Set.of(Role.PRACTITIONER, Role.MANAGER),
                enabled,
                "$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA",
                SECRET,
                version);
    }

    private AccountRecord inserted() {
        AccountRecord account = account("user-" + UUID.randomUUID(), 1, true);
        site().insert(account, Samples.audit(house, "account"));
        return account;
    }

    /** What is said about a change stands or falls with it. */
    @Test
    public void severalEntriesOfAChangeAreWrittenWithItOrNotAtAll() {
        AccountRecord first = inserted();
        List<AuditEntry> both = List.of(Samples.audit(house, "closed"), Samples.audit(house, "told"));
        site().update(account(first.username(), 1, false), both);
        java.util.function.ToIntFunction<String> about = id ->
                db.store().trail().about(house, id, java.time.Instant.EPOCH, 10).size();
        assertEquals(1, about.applyAsInt("closed"));
        assertEquals(1, about.applyAsInt("told"));
        assertThrows(StaleVersionException.class, () -> site().update(account(first.username(), 1, true), both));
        assertEquals(1, about.applyAsInt("told"));
    }

    @Test
    public void housesAreKept() {
        assertEquals(Optional.of(Samples.house(house)), site().service(house));
        assertTrue(site().services().contains(Samples.house(house)));
        assertEquals(Optional.empty(), site().service(new ServiceId(UUID.randomUUID())));
    }

    @Test
    public void anAccountIsReadBackWithItsSecret() {
        AccountRecord account = inserted();
        AccountRecord read = site().account(account.username()).orElseThrow();

        assertEquals(account.id(), read.id());
        assertEquals(account.roles(), read.roles());
        assertEquals(account.passwordHash(), read.passwordHash());
        assertArrayEquals(SECRET, read.otpSecret());
        assertEquals(1, read.version());
        assertEquals(1, site().accounts(house).size());
        assertTrue(site().countAccounts() >= 1);
        assertEquals(Optional.empty(), site().account("nobody"));
        assertEquals(Optional.empty(), site().account("nobody\0"));
    }

    @Test
    public void theOneTimePasswordSecretIsNotInTheTable() throws Exception {
        AccountRecord account = inserted();
        try (var connection = db.anybody()) {
            byte[] stored = Sql.query(
                            connection,
                            "select otp_secret from account where id = ?",
                            row -> row.getBytes(1),
                            account.id().value())
                    .get(0);
            assertFalse(new String(stored, UTF_8).contains("1234567890"));
        }
    }

    @Test
    public void anOldAccountIsNotChanged() {
        AccountRecord first = inserted();
        site().update(account(first.username(), 1, false), Samples.audit(house, "disable"));

        assertFalse(site().account(first.username()).orElseThrow().enabled());
        assertEquals(2, site().account(first.username()).orElseThrow().version());
        assertThrows(
                StaleVersionException.class,
                () -> site().update(account(first.username(), 1, true), Samples.audit(house, "enable")));
    }

    @Test
    public void aUsernameIsTakenOnce() {
        AccountRecord first = inserted();
        AccountRecord second = new AccountRecord(
                new UserId(UUID.randomUUID()), house, first.username(), Agency.HEALTH, Set.of(), true, "h", SECRET, 1);

        var refused = assertThrows(
                StoreUnavailableException.class, () -> site().insert(second, Samples.audit(house, "again")));
        assertFalse(String.valueOf(refused.getCause()).contains(first.username()));
    }

    @Test
    public void aCodeWorksOnceHoweverManyTry() throws Exception {
        String username = inserted().username();
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tries.add(() -> site().useOtpStep(username, 100));
        }
        assertEquals(1, together(tries).stream().filter(used -> used).count());
        assertFalse(site().useOtpStep(username, 99));
        assertTrue(site().useOtpStep(username, 101));
        assertFalse(site().useOtpStep("nobody", 101));
    }

    @Test
    public void aSnapshotIsKeptOnceHoweverLarge() throws Exception {
        SnapshotId id = new SnapshotId(
                "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 16));
        String large = "{\"words\":\"" + "ö".repeat(2_000_000) + "\"}";
        List<Callable<Boolean>> keepers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            keepers.add(() -> {
                site().keepSnapshot(id, "SE", large);
                return true;
            });
        }
        together(keepers);

        assertEquals(Optional.of(large), site().snapshot(id));
        assertEquals(List.of(id), site().snapshotsWith("SE", "\"words\""));
        assertEquals(List.of(), site().snapshotsWith("NO", "\"words\""));
        assertEquals(Optional.empty(), site().snapshot(Samples.SNAPSHOT));
    }

    @Test
    public void readsAreAuditedSoonAndInOrder() throws Exception {
        for (int i = 0; i < 1_200; i++) {
            site().audit(read(String.format("%05d", i)));
        }
        StoreFixture.until(() ->
                db.count("select count(*) from audit where service = ? and action = 'READ'", house.value()) == 1_200);
        try (var connection = db.anybody()) {
            List<String> ids = Sql.query(
                    connection,
                    "select object_id from audit where service = ? and action = 'READ' order by seq",
                    row -> row.getString(1),
                    house.value());
            assertEquals(ids.stream().sorted().toList(), ids);
        }
    }

    @Test
    public void anAuditEntryIsCutRatherThanRefused() {
        site().audit(read("x".repeat(5_000)));
        site().audit(read("nul\0byte"));
        StoreFixture.until(
                () -> db.count("select count(*) from audit where service = ? and action = 'READ'", house.value()) == 2);
    }

    private AuditEntry read(String objectId) {
        return new AuditEntry(
                Samples.NOW,
                Optional.of(house),
                Optional.empty(),
                "s",
                Purpose.CASE_WORK,
                AuditEntry.Action.READ,
                "case",
                objectId,
                AuditEntry.Result.DENIED,
                Set.of(),
                "role");
    }

    @Test
    public void theDatabaseNamesItselfAndAnswers() {
        site().ping();
        assertTrue(site().describe(), site().describe().startsWith(kind == Kind.H2 ? "H2 2" : "PostgreSQL 1"));
    }
}
