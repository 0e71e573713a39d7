// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openbarnahus.core.service.store.ChainHead;

/**
 * Writes the plain text of a backup, a zip archive in this order: {@code about.json}, {@code tables/NAME.jsonl} with the names
 * of the columns in the first line, {@code files/…}, {@code manifest.json}. It can be read from the beginning in one go.
 */
final class BackupWriter implements AutoCloseable {
    private final ZipOutputStream zip;

    BackupWriter(OutputStream plain) {
        zip = new ZipOutputStream(plain, StandardCharsets.UTF_8);
    }

    /**
     * @param version of the tables
     * @param connection in a transaction that sees one moment
     */
    Manifest tables(String version, Connection connection, Instant now) throws SQLException, IOException {
        json("about.json", new BackupReader.About(BackupReader.FORMAT, version, now));
        Map<String, Manifest.Content> contents = new LinkedHashMap<>();
        for (BackupTable table : BackupTable.all(connection)) {
            zip.putNextEntry(new ZipEntry("tables/" + table.name() + ".jsonl"));
            line(BackupReader.JSON.writeValueAsString(
                    table.columns().stream().map(BackupColumn::name).toList()));
            contents.put(table.name(), BackupRows.write(connection, table, this::line));
            zip.closeEntry();
        }
        List<ChainHead> heads = AuditRows.heads(connection);
        return new Manifest(
                now,
                contents,
                heads.stream()
                        .collect(Collectors.toMap(
                                head -> head.chain().toString(), head -> new Manifest.Head(head.seq(), head.hash()))));
    }

    /** All files below the directory but those in the folder that is left out. */
    void files(Path directory, String leftOut) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Path name = directory.relativize(file);
                if (!name.startsWith(leftOut)) {
                    zip.putNextEntry(new ZipEntry("files/" + directory.getFileName() + "/" + name));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        }
    }

    void manifest(Manifest manifest) throws IOException {
        json("manifest.json", manifest);
    }

    private void json(String name, Object value) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        line(BackupReader.JSON.writeValueAsString(value));
        zip.closeEntry();
    }

    private void line(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.write('\n');
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
