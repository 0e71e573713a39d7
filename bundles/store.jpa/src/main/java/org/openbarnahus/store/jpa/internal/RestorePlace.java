// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.openbarnahus.core.service.store.KeyService;

/**
 * Where {@code hub admin restore} puts a backup for the next start, and finds what became of it: {@code pending.backup} becomes
 * {@code restored.backup} or {@code refused.backup}, and {@code report.txt} says the same in words.
 */
record RestorePlace(Path directory) {
    /** Of the installation. */
    static RestorePlace of(Path data) {
        return new RestorePlace(data.resolve("restore"));
    }

    private Path pending() {
        return directory.resolve("pending.backup");
    }

    /** What is to be restored now; the settings that were in the backup are laid beside, for a person to look at. */
    Optional<Restore> wanted(KeyService keys) {
        return Files.isRegularFile(pending())
                ? Optional.of(new Restore(pending(), directory.resolve("files"), keys))
                : Optional.empty();
    }

    void restored(Manifest manifest) {
        ended(
                "restored.backup",
                String.format(
                        Locale.ROOT,
                        "restored: the backup of %s with %d cases in %d rows; every row and the audit trail are what they were.%n"
                                + "The settings of then lie in %s: compare them with yours.%n",
                        manifest.madeAt(),
                        manifest.rows("case_record"),
                        manifest.rows(),
                        directory.resolve("files")));
    }

    /**
     * Says in the report of a restore that has just been made what became of cases that had been erased.
     *
     * @param listed whether the list of erased cases was there
     */
    void erased(int again, boolean listed) {
        Path report = directory.resolve("report.txt");
        String words = listed
                ? again + " cases that had been erased since were in it, and are erased again.\n"
                : "There is no list of erased cases here. If cases were erased since then, they are back: stop, put\n"
                        + "audit/erased.jsonl of then into the folder audit, and start again.\n";
        try {
            if (Files.exists(report)
                    && Files.exists(directory.resolve("restored.backup"))
                    && !Files.readString(report).contains("erased")) {
                Files.writeString(report, words, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refused(RestoreRefusedException e) {
        ended("refused.backup", "not restored: " + e.getMessage() + ".\nThe database was not changed.\n");
    }

    private void ended(String name, String report) {
        try {
            Files.move(pending(), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(directory.resolve("report.txt"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
