// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.service.query.ErasedCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The certificates in a file beside the database, only appended to: an older backup brings a case back, and this tells that it
 * has to go again. One line each; a line that is damaged or not signed here is left out and reported.
 */
record ErasedList(Path file, ErasureCertificate certificates) {
    private static final Logger LOG = LoggerFactory.getLogger(ErasedList.class);
    private static final FileAttribute<?> OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** In the order in which they were written. */
    List<ErasedCase> all() {
        if (Files.notExists(file)) {
            return List.of();
        }
        Map<CaseId, ErasedCase> found = new LinkedHashMap<>();
        try {
            int number = 0;
            // what is no UTF-8 is a damaged line; the others count all the same
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
                number++;
                if (!line.isBlank()) {
                    read(line, number, found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of erased cases cannot be read", e);
        }
        return List.copyOf(found.values());
    }

    private void read(String line, int number, Map<CaseId, ErasedCase> found) {
        try {
            JsonNode node = BackupReader.JSON.readTree(line);
            ErasedCase erased = certificates.read(
                    node.path("certificate").stringValue(""),
                    node.path("signature").stringValue(""));
            found.putIfAbsent(erased.caseId(), erased);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("line {} of the list of erased cases is not one of this installation", number);
        }
    }

    /** The lines are on disk when this returns. */
    void append(List<ErasedCase> cases) {
        StringBuilder lines = new StringBuilder();
        for (ErasedCase each : cases) {
            lines.append(BackupReader.JSON
                            .createObjectNode()
                            .put("certificate", each.certificate())
                            .put("signature", each.signature()))
                    .append('\n');
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent(), DIRECTORY);
            Set<StandardOpenOption> append = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            try (FileChannel channel = FileChannel.open(file, append, OWNER)) {
                // an empty line ends what a crash has left half written
                ByteBuffer bytes =
                        ByteBuffer.wrap(((channel.size() > 0 ? "\n" : "") + lines).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of erased cases cannot be written", e);
        }
    }
}
