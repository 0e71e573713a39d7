// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.Test;
import org.openbarnahus.core.service.LocalBackupService;

public class BackupCommandsTest {
    private static final Path USUAL = Path.of("/data/backups");
    private static final Path KEYS = Path.of("/data/keys");

    private final List<Path> directories = new ArrayList<>();
    private @Nullable LocalBackupService service = new FakeBackups(directories, List.of());
    private final BackupCommands commands = new BackupCommands(() -> service, USUAL, KEYS);

    @Test
    public void aBackupSaysWhereItLiesAndWhatElseMustBeKept() {
        Reply reply = commands.backup(Map.of());

        assertEquals(Reply.DONE, reply.exit());
        assertTrue(reply.text(), reply.text().contains("7 cases"));
        assertTrue(reply.text(), reply.text().contains(KEYS.toString()));
        assertTrue(reply.text(), reply.text().contains("hub admin drill --file " + USUAL.resolve("x.backup")));
        assertEquals(Reply.DONE, commands.backup(Map.of("to", "/mnt/other")).exit());
        assertEquals(List.of(USUAL, Path.of("/mnt/other")), directories);
    }

    @Test
    public void aDrillSaysWhatIsWrong() {
        Map<String, String> request = Map.of("file", "/data/backups/x.backup");
        assertEquals(Reply.DONE, commands.drill(request).exit());
        service = new FakeBackups(directories, List.of("a case cannot be read"));
        assertEquals(Reply.CANNOT, commands.drill(request).exit());
        assertTrue(commands.drill(request).text().contains("a case cannot be read"));
        Reply broken = commands.drill(Map.of("file", "/data/broken"));
        assertEquals(Reply.CANNOT, broken.exit());
        assertEquals("The backup cannot be used: the file is damaged", broken.text());
    }

    @Test
    public void aPathThatWouldBeOfTheProductsOwnDirectoryIsRefused() {
        assertEquals(Reply.WRONG, commands.backup(Map.of("to", "here")).exit());
        assertEquals(Reply.WRONG, commands.drill(Map.of("file", "here")).exit());
        assertEquals(List.of(), directories);
    }

    @Test
    public void beforeTheDatabaseIsOpenNothingIsPromised() {
        service = null;
        assertEquals(Reply.CANNOT, commands.backup(Map.of()).exit());
        assertEquals(Reply.CANNOT, commands.drill(Map.of("file", "/x")).exit());
    }

    private record FakeBackups(List<Path> directories, List<String> faults) implements LocalBackupService {
        @Override
        public Made backup(Path directory) {
            directories.add(directory);
            return new Made(directory.resolve("x.backup"), 7, 70, 700);
        }

        @Override
        public Drill drill(Path file) throws IOException {
            if (file.endsWith("broken")) {
                throw new IOException("the file is damaged");
            }
            return new Drill(Instant.parse("2026-03-12T08:00:00Z"), 7, 70, 30, 2, faults);
        }
    }
}
