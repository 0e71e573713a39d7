// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.LocalBackupService;
import org.openbarnahus.core.service.LocalBackupService.Drill;
import org.openbarnahus.core.service.LocalBackupService.Made;

/**
 * The commands about backups of a running product. A restore needs one that does not run: the {@code hub} script does it.
 *
 * @param usual where backups go when nothing else is said
 */
record BackupCommands(Supplier<@Nullable LocalBackupService> service, Path usual, Path keys) {
    private static final Reply NOT_THERE = new Reply(Reply.CANNOT, "The database is not open yet. Try again.");

    Reply backup(Map<String, String> request) {
        LocalBackupService backups = service.get();
        if (backups == null) {
            return NOT_THERE;
        }
        Path directory = request.containsKey("to") ? Path.of(request.getOrDefault("to", "")) : usual;
        if (!directory.isAbsolute()) {
            return new Reply(Reply.WRONG, "--to wants a whole path, beginning with /");
        }
        try {
            Made made = backups.backup(directory);
            return new Reply(
                    Reply.DONE,
                    String.format(
                            Locale.ROOT,
                            "%s%n%d cases, %d rows, %d bytes. Take it to another machine, and the folder %s to a third place:%n"
                                    + "without these keys nobody can read it, you neither. Try it out: hub admin drill --file %s",
                            made.file(),
                            made.cases(),
                            made.rows(),
                            made.bytes(),
                            keys,
                            made.file()));
        } catch (IOException | RuntimeException e) {
            return failed("No backup was made", e);
        }
    }

    Reply drill(Map<String, String> request) {
        LocalBackupService backups = service.get();
        if (backups == null) {
            return NOT_THERE;
        }
        Path file = Path.of(request.getOrDefault("file", ""));
        if (!file.isAbsolute()) {
            return new Reply(Reply.WRONG, "--file wants a whole path, beginning with /");
        }
        try {
            Drill drill = backups.drill(file);
            String words = String.format(
                    Locale.ROOT,
                    "backup of %s: %d cases, %d rows, %d audit entries; since then %d audit entries were written here",
                    drill.madeAt(),
                    drill.cases(),
                    drill.rows(),
                    drill.auditEntries(),
                    drill.missing());
            return drill.faults().isEmpty()
                    ? new Reply(
                            Reply.DONE,
                            words + "\nRestored for a trial: every row, every text and the audit trail are well.")
                    : new Reply(Reply.CANNOT, words + "\n" + String.join("\n", drill.faults()));
        } catch (IOException | RuntimeException e) {
            return failed("The backup cannot be used", e);
        }
    }

    private static Reply failed(String what, Exception e) {
        return new Reply(
                Reply.CANNOT,
                what + ": " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
}
