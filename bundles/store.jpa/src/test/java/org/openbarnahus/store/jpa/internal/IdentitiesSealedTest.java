// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.OutsideLink;

/** Who somebody is at an identity provider lies nowhere in the clear, is found all the same, and survives the update. */
public class IdentitiesSealedTest extends OnBothDatabases {
    private static final String ISSUER = "https://provider.example.org";

    private AccountRecord made(ServiceId where) {
        String name = "user-" + UUID.randomUUID();
        db.store()
                .site()
                .insert(
                        new AccountRecord(
                                new UserId(UUID.randomUUID()),
                                where,
                                name,
                                Agency.POLICE,
                                Set.of(Role.PRACTITIONER),
                                true,
                                "hash",
                                new byte[20],
                                1),
                        Samples.audit(where, "account"));
        return db.store().site().account(name).orElseThrow();
    }

    private static OutsideLink link(AccountRecord account, String subject) {
        return new OutsideLink(account.id(), account.username(), ISSUER, subject, Samples.NOW);
    }

    private boolean linked(AccountRecord account, String subject) {
        return db.store().outside().link(link(account, subject), Samples.audit(account.service(), "linked"));
    }

    /** As a database of version 47, with this link in the clear. */
    private void before(AccountRecord account, String subject) {
        db.sql("create table outside_identity (issuer varchar(255) not null, subject varchar(255) not null,"
                + " account uuid not null unique references account (id), linked_at timestamp(6) not null,"
                + " primary key (issuer, subject))");
        db.sql("insert into outside_identity values ('" + ISSUER + "', '" + subject + "', '" + account.id() + "', '"
                + Samples.NOW.toString().replace("T", " ").replace("Z", "") + "')");
        db.sql("delete from \"flyway_schema_history\" where cast(\"version\" as int) >= 55");
        if (kind == Kind.POSTGRESQL) {
            db.sql("alter table outside_identity owner to openbarnahus_owner");
        }
    }

    @Test
    public void theUpdateSealsWhatLayInTheClearOfEveryHouse() {
        AccountRecord one = made(house);
        String subject = "subject-" + UUID.randomUUID();
        before(one, subject);

        db.shut();
        db.open();

        assertEquals(Optional.of(link(one, subject)), db.store().outside().find(ISSUER, subject));
        assertEquals(Optional.of(link(one, subject)), db.store().outside().of(one.id()));
        assertEquals(
                0,
                db.count(
                        "select count(*) from information_schema.tables where lower(table_name) = 'outside_identity'"));
        assertEquals(1, db.count("select count(*) from linked_identity where service = ?", house.value()));
        // and goes on as if it had always been there
        assertFalse(linked(one, "another"));
        assertFalse(linked(made(house), subject));
    }

    @Test
    public void neitherIssuerNorSubjectIsInAnyRow() {
        AccountRecord one = made(house);
        String subject = "subject-" + UUID.randomUUID();
        assertTrue(linked(one, subject));
        String all = kind == Kind.POSTGRESQL
                ? "select count(*) from linked_identity l where position(cast(? as text) in l::text) > 0"
                        + " or position(convert_to(cast(? as text), 'UTF8') in l.sealed) > 0"
                : "select count(*) from linked_identity where locate(stringtoutf8(?), sealed) > 0"
                        + " or locate(stringtoutf8(?), identity_index) > 0";
        assertEquals(0, db.count(all, subject, subject));
        assertEquals(
                32,
                db.count(
                        "select octet_length(identity_index) from linked_identity where account = ?",
                        one.id().value()));
    }

    @Test
    public void anIdentityOfAnotherHouseIsTakenToo() {
        ServiceId next = db.newHouse();
        AccountRecord one = made(house);
        AccountRecord neighbour = made(next);
        String subject = "subject-" + UUID.randomUUID();
        assertTrue(linked(one, subject));
        assertFalse("without an error of the database", linked(neighbour, subject));
        assertEquals(
                one.id(),
                db.store().outside().find(ISSUER, subject).orElseThrow().account());
        assertTrue(db.store().outside().of(neighbour.id()).isEmpty());
    }

    @Test
    public void aSealMovedToAnotherAccountIsNoticed() {
        AccountRecord one = made(house);
        AccountRecord other = made(house);
        assertTrue(linked(one, "one-" + one.id()));
        assertTrue(linked(other, "other-" + other.id()));
        db.sql("update linked_identity set sealed = (select l.sealed from linked_identity l where l.account = '"
                + one.id() + "') where account = '" + other.id() + "'");
        assertThrows(RuntimeException.class, () -> db.store().outside().of(other.id()));
    }

    @Test
    public void newKeysOfTheHouseAndOfTheSiteFindAndReadItAsBefore() {
        AccountRecord one = made(house);
        String subject = "subject-" + UUID.randomUUID();
        assertTrue(linked(one, subject));
        byte[] house1 = sealed(one);
        byte[] index1 = index(one);
        byte[] factor1 = factor(one);
        KeyRotations rotations = db.store().rotations(db.keys);
        rotations.begin(house);
        while (rotations.step(house)) {
            // until it is done
        }
        assertFalse("under the new key of the house", java.util.Arrays.equals(house1, sealed(one)));
        db.keys.renewSite();
        assertEquals(
                "found by the key of before",
                Optional.of(link(one, subject)),
                db.store().outside().find(ISSUER, subject));
        assertFalse(linked(made(house), subject));
        rotations.rotateSite();
        assertFalse("the second factor too", java.util.Arrays.equals(factor1, factor(one)));
        org.junit.Assert.assertArrayEquals(
                one.otpSecret(),
                db.store().site().account(one.username()).orElseThrow().otpSecret());
        assertFalse("found by the newest key", java.util.Arrays.equals(index1, index(one)));
        assertEquals(Optional.of(link(one, subject)), db.store().outside().find(ISSUER, subject));
        rotations.close();
    }

    private byte[] factor(AccountRecord of) {
        try (var connection = db.anybody()) {
            return Sql.query(
                            connection,
                            "select otp_secret from account where id = ?",
                            row -> row.getBytes(1),
                            of.id().value())
                    .getFirst();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] sealed(AccountRecord of) {
        return bytes("sealed", of);
    }

    private byte[] index(AccountRecord of) {
        return bytes("identity_index", of);
    }

    private byte[] bytes(String column, AccountRecord of) {
        try (var connection = db.anybody()) {
            List<byte[]> found = Sql.query(
                    connection,
                    "select " + column + " from linked_identity where account = ?",
                    row -> row.getBytes(1),
                    of.id().value());
            return found.getFirst();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
