// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.HexFormat;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A snapshot as canonical JSON: members sorted by name, sets sorted, nothing that depends on machine or moment. The text does
 * not hold the id, because the id is made of it.
 */
public final class SnapshotText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ID_BYTES = 8;

    private SnapshotText() {}

    public static String write(SchemaSnapshot snapshot) {
        return JSON.writeValueAsString(SnapshotWriter.tree(snapshot));
    }

    /** The name of the snapshot whose text this is: s and the first 16 hex digits of its SHA-256. */
    public static SnapshotId id(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new SnapshotId("s" + HexFormat.of().formatHex(hash, 0, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Reads a text that {@link #write} wrote, also one of an earlier release.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static SchemaSnapshot read(SnapshotId id, String text) {
        try {
            return SnapshotReader.snapshot(id, JsonTree.of(JSON.readValue(text, Object.class)));
        } catch (JacksonException | DateTimeException | IllegalStateException e) {
            throw new IllegalArgumentException("not the text of snapshot " + id, e);
        }
    }
}
