// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an H2 database, and what must be done with it after a crash.
 *
 * <p>H2 2.5.252 keeps a commit that it has written and synced, but does not always find it again: its header points to the
 * write <em>before</em> the newest one, and when the newest lies where H2 did not foresee (in reused space), the quick recovery
 * of the next start takes the one before for the last. Whoever was told "saved" up to 20 writes ago has lost it then
 * (RandomAccessStore: the header is written before {@code lastChunk} is set). The full scan of recovery mode finds it. It reads
 * the whole file, so it runs only when the file was not closed by us.
 *
 * @param database the path as in the URL, without H2's own ending
 * @param key the file's password
 */
record H2File(Path database, String key) {
    /** What H2 adds to the path of a database. */
    static final String ENDING = ".mv.db";

    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);

    /** Brings the newest writes to light. To be called before H2 opens the file; does nothing after an orderly end. */
    void recover() {
        String before = state();
        if (before.isEmpty() || before.equals(read())) {
            return;
        }
        long begun = System.nanoTime();
        String name = file().toString();
        MVStoreTool.compactCleanUp(name);
        new MVStore.Builder()
                .fileName(name)
                .encryptionKey(key.toCharArray())
                .recoveryMode()
                .autoCommitDisabled()
                .open()
                .close();
        LOG.info(
                "the database was not closed in order; its newest state was looked for and found in {} ms",
                (System.nanoTime() - begun) / 1_000_000);
    }

    /** Notes that H2 has closed the file in order. */
    void closed() {
        try {
            Files.writeString(note(), state());
        } catch (IOException e) {
            LOG.warn(
                    "the next start will take a little longer: {}", e.getClass().getSimpleName());
        }
    }

    /** Any write changes it, so that an old note cannot stand for a newer file. Empty when there is no file. */
    private String state() {
        try {
            return Files.exists(file())
                    ? Files.size(file()) + " "
                            + Files.getLastModifiedTime(file()).toInstant()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException("the database file cannot be looked at", e);
        }
    }

    private String read() {
        try {
            return Files.exists(note()) ? Files.readString(note()) : "";
        } catch (IOException e) {
            return "";
        }
    }

    Path file() {
        return database.resolveSibling(database.getFileName() + ENDING);
    }

    private Path note() {
        return database.resolveSibling(database.getFileName() + ".closed");
    }
}
