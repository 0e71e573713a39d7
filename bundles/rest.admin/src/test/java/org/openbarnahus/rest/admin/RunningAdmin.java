// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import static org.junit.Assert.assertFalse;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.LocalAuditService;
import org.openbarnahus.core.service.LocalCopyService;
import org.openbarnahus.core.service.LocalKeyService;
import org.openbarnahus.core.service.store.BarnahusRecord;

/** The server on a real Unix domain socket, and the program that asks it. */
abstract class RunningAdmin {
    static final ServiceId HOUSE = new ServiceId(new UUID(0, 1));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    final FakeStore store = new FakeStore();
    final FakeAccounts accounts = new FakeAccounts();
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    boolean country = true;

    @Nullable
    LocalKeyService keys;

    @Nullable
    LocalAuditService audit;

    @Nullable
    LocalCopyService copies;

    @Nullable
    AdminSocket socket;

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

    @After
    public void stop() {
        java.util.Objects.requireNonNull(socket).close();
        assertFalse(Files.exists(data().resolve("admin.sock")));
    }

    Path data() {
        return folder.getRoot().toPath();
    }

    int run(String input, String... command) throws IOException {
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

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
