// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link BackupWriter} has written, from the beginning in one go. */
final class BackupReader implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final int FORMAT = 1;

    /**
     * What must be known before the first table.
     *
     * @param migration the version of the tables
     */
    record About(int format, String migration, Instant madeAt) {}

    private final InputStream plain;
    private final ZipInputStream zip;
    private final About about;

    /**
     * @throws IOException when it is no backup, or one of a newer form
     */
    BackupReader(InputStream plain) throws IOException {
        this.plain = plain;
        zip = new ZipInputStream(plain, StandardCharsets.UTF_8);
        try {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals("about.json")) {
                throw new IOException("this is no backup");
            }
            about = json(lines().readLine(), About.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw damaged(e);
        }
        if (about.format() != FORMAT) {
            throw new IOException("the backup was made by a newer version of the product");
        }
    }

    About about() {
        return about;
    }

    /**
     * Fills the tables and puts the files below the directory.
     *
     * @return what the backup says it holds; whether that is true must be looked at in the tables
     * @throws IOException when it was changed or cut off
     */
    Manifest load(Connection connection, Path files) throws SQLException, IOException {
        try {
            return loaded(connection, files);
        } catch (JacksonException | DateTimeException | IllegalArgumentException | IllegalStateException e) {
            throw damaged(e);
        }
    }

    private Manifest loaded(Connection connection, Path files) throws SQLException, IOException {
        Map<String, BackupTable> tables =
                BackupTable.all(connection).stream().collect(Collectors.toMap(BackupTable::name, Function.identity()));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (name.equals("manifest.json")) {
                Manifest manifest = json(lines().readLine(), Manifest.class);
                // to the very end: only there it shows that nothing was cut off or changed
                zip.transferTo(OutputStream.nullOutputStream());
                plain.transferTo(OutputStream.nullOutputStream());
                return manifest;
            } else if (name.startsWith("tables/")) {
                fill(connection, tables, name.substring("tables/".length()).replaceFirst("\\.jsonl$", ""));
            } else if (name.startsWith("files/")) {
                keep(files, name.substring("files/".length()));
            }
        }
        throw new IOException("the backup was cut off");
    }

    private void fill(Connection connection, Map<String, BackupTable> tables, String name)
            throws SQLException, IOException {
        BackupTable table = tables.get(name);
        if (table == null) {
            throw new IOException("this version has no table " + name);
        }
        BufferedReader lines = lines();
        List<String> columns = Stream.of(json(lines.readLine(), String[].class))
                .map(String::valueOf)
                .toList();
        BackupRows.read(connection, table.with(columns), lines::readLine);
    }

    private void keep(Path files, String name) throws IOException {
        Path file = files.resolve(name).normalize();
        if (!file.startsWith(files)) {
            throw new IOException("a file of the backup would lie elsewhere");
        }
        Files.createDirectories(file.getParent());
        Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static <T> T json(@Nullable String line, Class<T> type) throws IOException {
        @Nullable T value = line == null ? null : JSON.readValue(line, type);
        if (value == null) {
            throw new IOException("the backup was cut off");
        }
        return value;
    }

    private static IOException damaged(RuntimeException cause) {
        return new IOException("the backup was changed or is damaged", cause);
    }

    /** Of the entry alone: the archive ends it. Not closed, or the archive would be. */
    private BufferedReader lines() {
        return new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
