// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.LocalAuditService;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewMember;

/** The program and the server over a real Unix domain socket. */
public class AdminTest extends RunningAdmin {
    @Test
    public void saysWhetherTheAuditTrailAgreesAndWhereADumpLies() throws IOException {
        assertEquals(Reply.CANNOT, run("", "audit-check"));
        List<String> faults = new java.util.ArrayList<>();
        audit = new LocalAuditService() {
            @Override
            public List<String> check() {
                return faults;
            }

            @Override
            public Dump dump() {
                return new Dump(Path.of("e.jsonl"), Path.of("c.jsonl"), Path.of("k.pem"), 42);
            }
        };
        assertEquals(Reply.DONE, run("", "audit-check"));
        faults.add("It was cut off.");
        assertEquals(Reply.CANNOT, run("", "audit-check"));
        assertTrue(err.toString(), err.toString().contains("cut off"));
        assertEquals(Reply.DONE, run("", "audit-dump"));
        assertTrue(
                out.toString(),
                out.toString().contains("42 entries") && out.toString().contains("e.jsonl c.jsonl k.pem"));
    }

    @Test
    public void theCommandsOfKeysAreKnownToTheTerminalToo() throws IOException {
        for (String[] command : new String[][] {{"keys-status"}, {"keys-rotate"}, {"keys-rotate", "--root"}}) {
            assertEquals(command[0], Reply.CANNOT, run("", command));
            assertTrue(err.toString(), err.toString().contains("The database is not open yet"));
        }
    }

    @Test
    public void onlyTheOwnerReachesTheSocket() throws IOException {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data())));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("admin.sock"))));
    }

    @Test
    public void statusSaysWhatThereIs() throws IOException {
        assertEquals(0, run("", "status"));
        assertTrue(printed(), printed().contains("houses:              SE-LKP"));
        assertTrue(printed(), printed().contains("first administrator: missing"));
        store.down = true;
        assertEquals(3, run("", "status"));
        assertEquals("", printed());
    }

    @Test
    public void theFirstAdministratorIsMadeFromOptionsAndLines() throws IOException {
        assertEquals(
                0,
                run(
                        "THE-CODE\nBarnahus Östergötland\nlkp\nse\njag cyklar till skogen\n",
                        "first-administrator",
                        "--username",
                        "anna"));
        assertEquals(
                new FirstAdministrator(
                        "THE-CODE", "LKP", "Barnahus Östergötland", "SE", "anna", "jag cyklar till skogen"),
                accounts.first);
        assertTrue(printed(), printed().contains("ABCD EFGH"));
    }

    @Test
    public void aRefusalIsSaidInWordsAndHasItsOwnExitCode() throws IOException {
        accounts.refusal = Problem.at(ErrorCode.SETUP_CODE, "code");
        assertEquals(2, run("x\nx\nx\nx\nx\nx\n", "first-administrator"));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("code: This is not the one-time code"));
        accounts.refusal = Problem.of(ErrorCode.BUSY);
        assertEquals(3, run("x\nx\nx\nx\nx\nx\n", "first-administrator"));
    }

    @Test
    public void accountsAreMadeAndListedInTheOnlyHouse() throws IOException {
        assertEquals(
                0,
                run(
                        "jag cyklar till skogen",
                        "user-add",
                        "--with-password",
                        "--roles",
                        "practitioner,dpo",
                        "--agency",
                        "police",
                        "--username",
                        "kalle"));
        assertEquals("SE-LKP", accounts.house);
        assertEquals(
                new NewAccount("kalle", "jag cyklar till skogen", Agency.POLICE, Set.of(Role.PRACTITIONER, Role.DPO)),
                accounts.added);
        accounts.refusal = Problem.of(ErrorCode.DENIED);
        assertEquals(2, run("x\n", "user-add", "--with-password", "--roles", "dpo", "--username", "k"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("in a demonstration only"));
        accounts.refusal = null;
        accounts.added = null;
        assertEquals(0, run("dpo\ndora\n", "user-add"));
        assertTrue(printed(), printed().contains("FFFF-GGGG"));
        assertEquals("no password is chosen", null, accounts.added);
        assertEquals(new NewMember("dora", Agency.BARNAHUS, Set.of(Role.DPO)), accounts.invited);
        assertEquals(0, run("", "users"));
        assertTrue(printed(), printed().matches("(?s)anna +barnahus +enabled +coordinator,manager\\R"));
        assertEquals(2, run("", "user-add", "--roles", "king", "--username", "k"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("practitioner"));
        assertEquals(2, run("", "user-add", "--roles", "dpo", "--agency", "army", "--username", "k"));
    }

    @Test
    public void wrongUsageAndAMissingProductHaveTheirExitCodes() throws IOException {
        assertEquals(2, run(""));
        assertEquals(2, run("", "explode"));
        assertEquals(2, run("", "status", "now"));
        assertEquals(2, run("", "user-add", "--password", "on the command line"));
        assertEquals(2, run("", "users", "--service"));
        Path empty = folder.newFolder("empty").toPath();
        assertEquals(3, run("", "--data", empty.toString(), "status"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("hub run"));
    }

    @Test
    public void nonsenseOnTheSocketIsAnsweredAndTheNextRequestServed() throws IOException {
        for (String nonsense : List.of("hello", "{\"command\":[1]}", "", "{\"command\":\"nothing\"}")) {
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(data().resolve("admin.sock")))) {
                AdminSocket.write(channel, nonsense);
                assertEquals(
                        2,
                        Reply.of(AdminSocket.readLine(Channels.newReader(channel, StandardCharsets.UTF_8)))
                                .exit());
            }
        }
        assertEquals(0, run("", "status"));
    }

    @Test
    public void isTheSecondPersonOfAHouseThatHasNobodyElse() throws IOException {
        assertEquals(0, run("", "requests"));
        assertTrue(printed(), printed().contains(FakeAccounts.REQUEST + "  reset dora"));
        assertTrue(printed(), printed().contains("ask anna in person, then hub admin request-confirm"));
        assertEquals(0, run(FakeAccounts.REQUEST + "\n", "request-confirm"));
        assertTrue(printed(), printed().contains("AAAA-BBBB-CCCC-DDDD-EEEE"));
        assertEquals(2, run("", "request-confirm", "--request", new UUID(0, 9).toString()));
        assertEquals(2, run("", "request-confirm", "--request", "the first one"));
    }
}
