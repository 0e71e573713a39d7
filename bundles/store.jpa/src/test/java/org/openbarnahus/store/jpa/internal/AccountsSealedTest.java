// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.EnrolmentRecord;
import org.openbarnahus.core.service.store.PasskeyRecord;
import org.openbarnahus.core.service.store.SignInStore;

/** Whoever can write any row, and has no keys, lets nobody in: not by a new row, a changed one, or one of somebody else. */
public class AccountsSealedTest extends OnBothDatabases {
    private static final byte[] SECRET = "12345678901234567890".getBytes(UTF_8);
    private AccountRecord victim;
    private AccountRecord thief;

    @Before
    public void makeAccounts() {
        victim = made(house, Set.of(Role.COORDINATOR));
        thief = made(house, Set.of(Role.PRACTITIONER));
    }

    private AccountRecord made(ServiceId where, Set<Role> roles) {
        String name = "user-" + UUID.randomUUID();
        UserId id = new UserId(UUID.randomUUID());
        db.store()
                .site()
                .insert(
                        new AccountRecord(id, where, name, Agency.POLICE, roles, true, "hash of " + name, SECRET, 1),
                        audit(where));
        return read(name).orElseThrow();
    }

    private static AuditEntry audit(ServiceId where) {
        return Samples.audit(where, "account");
    }

    private Optional<AccountRecord> read(String name) {
        return db.store().site().account(name);
    }

    private SignInStore signIns() {
        return db.store().signIns();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static PasskeyRecord passkey(AccountRecord of, String id) {
        return new PasskeyRecord(bytes(id), of.id(), bytes("key of " + id), 4, "Laptop", Samples.NOW, Optional.empty());
    }

    private String literal(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        return kind == Kind.POSTGRESQL ? "'\\x" + hex + "'" : "X'" + hex + "'";
    }

    private String of(AccountRecord account) {
        return " where id = '" + account.id() + "'";
    }

    private long told(AccountRecord account, String what) {
        return db.store().trail().about(AuditStore.SITE, account.id().toString(), java.time.Instant.EPOCH, 50).stream()
                .filter(each -> each.entry().objectType().equals("seal")
                        && each.entry().detail().equals(what))
                .count();
    }

    private void changed(String column, String value) {
        db.sql("update account set " + column + " = " + value + of(thief));
        assertEquals(column, Optional.empty(), read(thief.username()));
        assertEquals(
                column,
                List.of(victim.id()),
                db.store().site().accounts(house).stream()
                        .map(AccountRecord::id)
                        .toList());
    }

    @Test
    public void moreRolesAreNotWrittenIntoTheDatabase() {
        changed("roles", "'MANAGER,PRACTITIONER'");
        db.sql("update account set roles = 'PRACTITIONER'" + of(thief));
        assertTrue("as the product wrote it", read(thief.username()).isPresent());
        changed("roles", "'NOBODY_KNOWS_IT'");
    }

    @Test
    public void noColumnOfAnAccountIsChangedFromOutside() {
        changed("password_hash", "'hash that I know'");
        db.sql("update account set password_hash = '" + thief.passwordHash() + "'" + of(thief));
        changed("agency", "'SOCIAL_SERVICES'");
        db.sql("update account set agency = 'POLICE'" + of(thief));
        changed("enabled", "false");
        db.sql("update account set enabled = true" + of(thief));
        changed("otp_secret", "(select v.otp_secret from (select otp_secret from account" + of(victim) + ") v)");
    }

    @Test
    public void anotherNameOrHouseIsNoticed() {
        ServiceId next = db.newHouse();
        String name = "other-" + UUID.randomUUID();
        db.sql("update account set username = '" + name + "'" + of(thief));
        assertEquals(Optional.empty(), read(name));
        db.sql("update account set username = '" + thief.username() + "'" + of(thief));
        AccountRecord alone = made(next, Set.of());
        db.sql("delete from account_use where account = '" + alone.id() + "'");
        db.sql("update account set service = '" + house + "'" + of(alone));
        assertEquals(Optional.empty(), read(alone.username()));
    }

    @Test
    public void aNewRowIsNobody() {
        String name = "mine-" + UUID.randomUUID();
        UUID id = UUID.randomUUID();
        db.sql("insert into account (id, version, service, username, agency, roles, enabled, password_hash, otp_secret,"
                + " otp_step) select '" + id + "', 1, service, '" + name + "', agency, roles, enabled, password_hash,"
                + " otp_secret, 0 from account" + of(victim));
        assertEquals(Optional.empty(), read(name));
        assertEquals(2, db.store().site().accounts(house).size());
        AccountRecord mine =
                new AccountRecord(new UserId(id), house, name, Agency.POLICE, Set.of(), true, "x", SECRET, 1);
        StoreFixture.until(() -> told(mine, "account") > 0);
        assertEquals("told once, however often it is read", 1, told(mine, "account"));
    }

    @Test
    public void aPasskeyIsNeitherMadeNorChangedNorMoved() {
        String id = "key-" + victim.username();
        signIns().insert(passkey(victim, id), audit(house));
        assertArrayEquals(
                bytes("key of " + id),
                signIns().passkey(bytes(id)).orElseThrow().publicKey());
        db.sql("insert into passkey (id, account, service, public_key, sign_count, name, created_at) select "
                + literal(bytes("forged" + id)) + ", account, service, " + literal(bytes("key that I have, and long"))
                + ", 0, name, created_at from passkey where account = '" + victim.id() + "'");
        assertEquals(Optional.empty(), signIns().passkey(bytes("forged" + id)));
        assertEquals(1, signIns().passkeys(victim.id()).size());
        assertFalse("not even used", signIns().usePasskey(bytes("forged" + id), 0, 1, Samples.NOW));

        String mine = "key-" + thief.username();
        signIns().insert(passkey(thief, mine), audit(house));
        db.sql("update passkey set account = '" + victim.id() + "' where account = '" + thief.id() + "'");
        assertEquals("moved", Optional.empty(), signIns().passkey(bytes(mine)));
        db.sql("update passkey set account = '" + thief.id() + "' where id = " + literal(bytes(mine)));
        assertTrue("as the product wrote it", signIns().passkey(bytes(mine)).isPresent());
        db.sql("update passkey set id = " + literal(bytes("new" + mine)) + " where id = " + literal(bytes(mine)));
        assertEquals("another name", Optional.empty(), signIns().passkey(bytes("new" + mine)));
    }

    @Test
    public void aRecoveryCodeIsNeitherMadeNorMoved() {
        signIns().replaceRecoveryCodes(thief.id(), List.of(bytes("hash of my own code, which is")), audit(house));
        assertTrue(signIns().hasRecoveryCode(thief.id(), bytes("hash of my own code, which is")));
        db.sql("update recovery_code set account = '" + victim.id() + "' where account = '" + thief.id() + "'");
        assertFalse(signIns().hasRecoveryCode(victim.id(), bytes("hash of my own code, which is")));
        assertFalse(signIns().useRecoveryCode(victim.id(), bytes("hash of my own code, which is"), audit(house)));
        db.sql("insert into recovery_code (account, service, hash) values ('" + victim.id() + "', '" + house + "', "
                + literal(bytes("hash of another, in the clear")) + ")");
        assertFalse(signIns().hasRecoveryCode(victim.id(), bytes("hash of another, in the clear")));
        assertFalse(signIns().useRecoveryCode(victim.id(), bytes("hash of another, in the clear"), audit(house)));
    }

    @Test
    public void aOneTimeCodeIsNeitherMadeNorMovedNorGoodForLonger() {
        byte[] hash = bytes("hash of a code that a manager made");
        signIns().putEnrolment(new EnrolmentRecord(thief.id(), hash, Samples.NOW.plusSeconds(60)), audit(house));
        assertArrayEquals(hash, signIns().enrolment(thief.id()).orElseThrow().hash());
        db.sql("update enrolment_code set expires_at = '2999-01-01 00:00:00' where account = '" + thief.id() + "'");
        refused(thief, hash);
        signIns().putEnrolment(new EnrolmentRecord(thief.id(), hash, Samples.NOW.plusSeconds(60)), audit(house));
        db.sql("update enrolment_code set account = '" + victim.id() + "' where account = '" + thief.id() + "'");
        refused(victim, hash);
        db.sql("update enrolment_code set hash = " + literal(hash) + " where account = '" + victim.id() + "'");
        refused(victim, hash);
    }

    private void refused(AccountRecord account, byte[] hash) {
        assertEquals(Optional.empty(), signIns().enrolment(account.id()));
        assertFalse(signIns().enrol(account, hash, Samples.NOW, List.of(), audit(house)));
    }

    /** Finer than the database keeps it. */
    @Test
    public void theEndOfACodeMayBeAsExactAsAClock() {
        var end = Samples.NOW.plusNanos(123_456_789);
        signIns().putEnrolment(new EnrolmentRecord(thief.id(), bytes("code"), end), audit(house));
        assertTrue(signIns().enrolment(thief.id()).isPresent());
    }

    @Test
    public void theUpdateSealsWhatWasThereAndMayRunAgain() throws SQLException {
        signIns().insert(passkey(victim, "key-" + victim.username()), audit(house));
        signIns().replaceRecoveryCodes(victim.id(), List.of(bytes("one"), bytes("two")), audit(house));
        signIns()
                .putEnrolment(
                        new EnrolmentRecord(victim.id(), bytes("code"), Samples.NOW.plusSeconds(60)), audit(house));
        asBefore();

        for (int i = 0; i < 2; i++) {
            db.sql("delete from \"flyway_schema_history\" where cast(\"version\" as int) >= 58");
            db.shut();
            db.open();
            assertArrayEquals(SECRET, read(victim.username()).orElseThrow().otpSecret());
            assertArrayEquals(
                    bytes("key of key-" + victim.username()),
                    signIns().passkeys(victim.id()).getFirst().publicKey());
            assertTrue(signIns().hasRecoveryCode(victim.id(), bytes("two")));
            assertArrayEquals(
                    bytes("code"),
                    signIns().enrolment(victim.id()).orElseThrow().hash());
        }
        changed("roles", "'MANAGER'");
    }

    /** As version 57 had it. */
    private void asBefore() throws SQLException {
        for (SealedRow each : rows()) {
            byte[] plain = db.keys.decryptSite(each.sealed(), each.place());
            byte[] then = each.table().equals("account")
                    ? db.keys.encryptSite(plain, AccountSeal.before(each.account()))
                    : plain;
            db.sql("update " + each.table() + " set " + each.column() + " = " + literal(then) + " where "
                    + each.column() + " = " + literal(each.sealed()));
        }
        assertEquals(Optional.empty(), read(victim.username()));
    }

    private List<SealedRow> rows() throws SQLException {
        try (Connection connection = db.anybody()) {
            return SealedRow.of(connection, house);
        }
    }

    @Test
    public void newKeysOfTheSiteSealAllOfThemAnew() throws SQLException {
        signIns().insert(passkey(victim, "key-" + victim.username()), audit(house));
        signIns().replaceRecoveryCodes(victim.id(), List.of(bytes("one")), audit(house));
        signIns()
                .putEnrolment(
                        new EnrolmentRecord(victim.id(), bytes("code"), Samples.NOW.plusSeconds(60)), audit(house));
        List<SealedRow> before = rows();
        assertEquals(5, before.size());
        KeyRotations rotations = db.store().rotations(db.keys);
        rotations.rotateSite();
        rotations.close();
        for (SealedRow each : rows()) {
            assertTrue(
                    each.table(),
                    before.stream().noneMatch(old -> java.util.Arrays.equals(old.sealed(), each.sealed())));
        }
        assertTrue(read(victim.username()).isPresent());
        assertEquals(1, signIns().passkeys(victim.id()).size());
        assertTrue(signIns().useRecoveryCode(victim.id(), bytes("one"), audit(house)));
        assertTrue(signIns().enrolment(victim.id()).isPresent());
    }
}
