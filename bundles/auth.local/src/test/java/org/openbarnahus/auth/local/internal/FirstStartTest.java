// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.query.Enrolment;

public class FirstStartTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeStore store = new FakeStore();
    private final Instant now = Instant.parse("2026-03-12T08:00:00Z");
    private final AccountFactory factory = new AccountFactory(store, new CountingHasher(64), () -> now);

    private FirstStart start(boolean demo) {
        return new FirstStart(store, factory, new Houses(store, () -> now), new Installation(data(), demo));
    }

    private Path data() {
        return folder.getRoot().toPath();
    }

    private Path file() {
        return data().resolve("first-admin-code");
    }

    private static FirstAdministrator command(String code) {
        return new FirstAdministrator(code, "LKP", "Barnahus Linköping", "SE", "Anna", "jag cyklar till skogen");
    }

    private static List<String> problems(Outcome<Enrolment> outcome) {
        return ((Outcome.Refused<Enrolment>) outcome)
                .problems().stream().map(FirstStartTest::describe).toList();
    }

    private static String describe(Problem problem) {
        return problem.path() + ":" + problem.code();
    }

    @Test
    public void theCodeIsInAFileForTheOwnerOnlyAndStaysTheSameAfterARestart() throws IOException {
        assertTrue(start(false).waits());
        String code = Files.readString(file()).strip();
        assertTrue("140 bits: " + code, code.matches("([A-Z2-7]{4}-){6}[A-Z2-7]{4}"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertTrue(start(false).waits());
        assertEquals(code, Files.readString(file()).strip());
    }

    @Test
    public void aCodeThatAnEarlierVersionMadeStaysGood() throws IOException {
        Files.writeString(file(), "AAAA-BBBB-CCCC-DDDD-EEEE\n");
        FirstStart start = start(false);
        assertTrue(start.waits());
        assertEquals("AAAA-BBBB-CCCC-DDDD-EEEE", Files.readString(file()).strip());
        start.create(command("AAAA-BBBB-CCCC-DDDD-EEEE")).orElseThrow();
        assertFalse(Files.exists(file()));
    }

    @Test
    public void theCodeMakesTheHouseAndItsFirstAccountOnce() throws IOException {
        FirstStart start = start(false);
        String code = Files.readString(file()).strip();
        Enrolment enrolment = start.create(command(code.replace("-", " ").toLowerCase(java.util.Locale.ROOT)))
                .orElseThrow();
        assertTrue(enrolment.uri(), enrolment.uri().startsWith("otpauth://totp/OpenBarnahus%20SE-LKP:anna?secret="));
        assertEquals(32, enrolment.secret().length());
        assertEquals("Europe/Stockholm", store.houses.getFirst().zone());
        assertEquals(
                Set.of(Role.COORDINATOR, Role.MANAGER, Role.NATIONAL_ADMIN),
                store.stored("anna").roles());
        assertFalse(Files.exists(file()));
        assertFalse(start.waits());
        assertEquals(List.of("code:SETUP_CODE"), problems(start.create(command(code))));
        assertFalse(start(false).waits());
        assertFalse(Files.exists(file()));
    }

    @Test
    public void aWrongCodeMakesNothingAndSaysNothingElse() {
        FirstStart start = start(false);
        for (String code : List.of("", "AAAA-AAAA-AAAA-AAAA-AAAA", "-")) {
            assertEquals(
                    List.of("code:SETUP_CODE"),
                    problems(start.create(new FirstAdministrator(code, "?", "", "XX", "", ""))));
        }
        assertEquals(0, store.countAccounts());
        assertTrue(store.houses.isEmpty());
    }

    @Test
    public void whatIsWrongIsNamedAllAtOnceAndTheCodeStays() throws IOException {
        FirstStart start = start(false);
        String code = Files.readString(file()).strip();
        assertEquals(
                List.of(
                        "serviceCode:WRONG_TYPE",
                        "serviceName:REQUIRED",
                        "country:UNKNOWN_CODE",
                        "username:USERNAME_FORM",
                        "password:PASSWORD_LENGTH"),
                problems(start.create(new FirstAdministrator(code, "lkp-1", " ", "XX", "å", "short"))));
        assertTrue(store.houses.isEmpty());
        assertTrue(start.create(command(code)) instanceof Outcome.Done);
    }

    @Test
    public void aDemonstrationNeedsNoCode() {
        FirstStart start = start(true);
        assertFalse(start.waits());
        assertFalse(Files.exists(file()));
        assertEquals(
                ErrorCode.SETUP_CODE.name(),
                problems(start.create(command(""))).getFirst().substring("code:".length()));
    }

    @Test
    public void aDatabaseThatAnswersLaterIsWaitedFor() {
        store.down = true;
        FirstStart start = start(false);
        assertFalse(Files.exists(file()));
        store.down = false;
        assertTrue(start.waits());
        assertTrue(Files.exists(file()));
    }
}
