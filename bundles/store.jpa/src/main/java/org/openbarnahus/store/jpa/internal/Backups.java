// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.LocalBackupService;
import org.openbarnahus.core.service.store.KeyService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes backups of the open database and tries them out. */
final class Backups implements LocalBackupService {
    static final String PURPOSE = "openbarnahus.backup/1";

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'openbarnahus-'uuuuMMdd-HHmmss-SSS'.backup'", Locale.ROOT);
    private static final FileAttribute<?> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    /** Made anew at each installation, with private keys. */
    private static final String CERTIFICATES = "tls";

    private final OpenStore store;
    private final KeyService keys;
    private final Optional<Path> settings;

    /**
     * @param settings directory of the installation's settings, which go into the backup too
     */
    Backups(OpenStore store, KeyService keys, Optional<Path> settings) {
        this.store = store;
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public Made backup(Path directory) throws IOException {
        Instant now = store.time().now();
        Files.createDirectories(directory, DIRECTORY);
        Path file = directory.resolve(NAME.format(now.atOffset(ZoneOffset.UTC)));
        Path draft = directory.resolve("." + file.getFileName() + ".part");
        try {
            Manifest manifest = write(draft, now);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            store.site().audit(entry(now, file, manifest));
            LOG.info("a backup of {} rows was made", manifest.rows());
            return new Made(file, manifest.rows("case_record"), manifest.rows(), Files.size(file));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Manifest write(Path draft, Instant now) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(draft, options, FILE)) {
            Manifest manifest;
            try (OutputStream sealed = keys.sealing(Channels.newOutputStream(channel), PURPOSE);
                    BackupWriter writer = new BackupWriter(sealed);
                    Connection connection = store.database().reading()) {
                manifest = writer.tables(store.database().version(), connection, now);
                if (settings.isPresent()) {
                    writer.files(settings.get(), CERTIFICATES);
                }
                writer.manifest(manifest);
            }
            try (FileChannel again = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                again.force(true);
            }
            return manifest;
        } catch (SQLException e) {
            throw new IOException("the database could not be read, SQL state " + e.getSQLState(), e);
        }
    }

    private static AuditEntry entry(Instant now, Path file, Manifest manifest) {
        return new AuditEntry(
                now,
                Optional.empty(),
                Optional.empty(),
                "local",
                Purpose.OVERSIGHT,
                AuditEntry.Action.EXPORT,
                "backup",
                file.getFileName().toString(),
                AuditEntry.Result.DONE,
                Set.of(),
                "local,rows:" + manifest.rows());
    }

    @Override
    public Drill drill(Path file) throws IOException {
        Path scratch = Files.createTempDirectory("openbarnahus-drill");
        try {
            return new BackupDrill(store, keys).run(file, scratch);
        } catch (RestoreRefusedException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            delete(scratch);
        }
    }

    private static void delete(Path directory) {
        try (var all = Files.walk(directory)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
