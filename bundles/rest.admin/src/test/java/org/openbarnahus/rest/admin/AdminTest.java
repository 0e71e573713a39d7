// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.LocalAuditService;
import org.openbarnahus.core.service.LocalCopyService;
import org.openbarnahus.core.service.LocalKeyService;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.KeyAge;

/** The program and the server over a real Unix domain socket. */
public class AdminTest {
    private static final ServiceId HOUSE = new ServiceId(new UUID(0, 1));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeStore store = new FakeStore();
    private final FakeAccounts accounts = new FakeAccounts();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private boolean country = true;
    private @Nullable LocalKeyService keys;
    private @Nullable LocalAuditService audit;
    private @Nullable LocalCopyService copies;
    private @Nullable AdminSocket socket;

    @Before
    public void server() throws IOException {
        Files.createDirectories(
                data().resolve("keys"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Doctor doctor = new Doctor(
                store,
                () -> Instant.parse("2026-03-12T08:00:00Z"),
                new Doctor.Places(data(), data().resolve("keys"), data().resolve("etc")),
                () -> country,
                () -> copies,
                () -> keys);
        Files.createDirectories(
                data().resolve("log"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        store.houses.add(new BarnahusRecord(HOUSE, "SE-LKP", "SE", "Linköping", "Europe/Stockholm"));
        BackupCommands backing = new BackupCommands(() -> null, data().resolve("backups"), data().resolve("keys"));
        Upkeep upkeep = new Upkeep(
                new AuditCommands(() -> audit), backing, new KeyCommands(() -> null, store, () -> Instant.EPOCH));
        socket = new AdminSocket(data(), new Commands(store, accounts, accounts, doctor, upkeep));
    }

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

    @After
    public void stop() {
        java.util.Objects.requireNonNull(socket).close();
        assertFalse(Files.exists(data().resolve("admin.sock")));
    }

    private Path data() {
        return folder.getRoot().toPath();
    }

    private int run(String input, String... command) throws IOException {
        out.reset();
        err.reset();
        String[] arguments = new String[command.length + 2];
        arguments[0] = "--data";
        arguments[1] = data().toString();
        System.arraycopy(command, 0, arguments, 2, command.length);
        return new AdminClient(
                        new BufferedReader(new StringReader(input)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
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
    public void theDoctorFindsWhatIsWrong() throws IOException {
        assertEquals(0, run("", "doctor"));
        Path key = Files.createFile(data().resolve("keys").resolve("root.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        country = false;
        store.down = true;
        assertEquals(3, run("", "doctor"));
        String said = err.toString(StandardCharsets.UTF_8);
        assertEquals(
                said, 3, said.lines().filter(line -> line.startsWith("WRONG")).count());
        assertTrue(said, said.contains("chmod go-rwx " + key));
    }

    @Test
    public void theDoctorSaysHowFarCopiesElsewhereAreAndWhoCanReadTheLog() throws IOException {
        assertEquals(0, run("", "doctor"));
        assertTrue(printed(), printed().contains("ok    copies elsewhere: none"));
        copies = () -> List.of(new LocalCopyService.Copy("directory", true, "has everything"));
        assertEquals(0, run("", "doctor"));
        assertTrue(printed(), printed().contains("ok    copies to directory: has everything"));
        copies = () -> List.of(new LocalCopyService.Copy("syslog", false, "behind since yesterday"));
        Path log = Files.createFile(data().resolve("log").resolve("openbarnahus.log"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw----"));
        assertEquals(3, run("", "doctor"));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said, said.contains("WRONG copies to syslog: behind since yesterday"));
        assertTrue(said, said.contains("chmod go-rwx " + log));
    }

    @Test
    public void theDoctorSaysWhereTheRootKeyIsAndWhichKeysAreOld() throws IOException {
        FakeKeys rotating = new FakeKeys();
        keys = rotating;
        assertEquals(0, run("", "doctor"));
        assertTrue(printed(), printed().contains("ok    root key: file root.key\n"));
        assertTrue(printed(), printed().contains("ok    age of keys: none is due\n"));
        rotating.ages = List.of(new KeyAge("root", Instant.EPOCH, Instant.EPOCH));
        assertEquals(0, run("", "doctor"));
        assertTrue(printed(), printed().contains("age of keys: 1 should be renewed: hub admin keys-status"));
        rotating.away = true;
        assertEquals(3, run("", "doctor"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("WRONG root key: the token is away"));
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
