// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainedEntry;

/**
 * The form in which entries are kept and hashed, versions 1 and 2: {@code docs/auditor/audit-format.md}. The verifier of auditors
 * has an implementation of its own; the vectors in that folder bind both.
 */
final class AuditForm {
    static final String FIRST = "0".repeat(64);

    private static final String FORMAT = "openbarnahus-audit/1";
    /** Of entries that have an address, and of no others: one entry has one form. */
    private static final String WITH_ADDRESS = "openbarnahus-audit/2";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private AuditForm() {}

    /** The entry after the one with the hash. */
    static ChainedEntry link(long seq, String previous, AuditEntry given) {
        AuditEntry entry = storable(given);
        return new ChainedEntry(seq, previous, hash(seq, previous, entry), entry);
    }

    static String hash(long seq, String previous, AuditEntry entry) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(seq, previous, entry)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(long seq, String previous, AuditEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        for (String item : items(seq, previous, entry)) {
            byte[] text = item.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }

    private static List<String> items(long seq, String previous, AuditEntry entry) {
        List<String> items = new ArrayList<>(List.of(
                entry.address().isEmpty() ? FORMAT : WITH_ADDRESS,
                entry.service().orElse(AuditStore.SITE).toString(),
                Long.toString(seq),
                previous,
                TIME.format(entry.at().atOffset(ZoneOffset.UTC)),
                entry.user().map(UserId::toString).orElse(""),
                entry.session(),
                entry.purpose().name(),
                entry.action().name(),
                entry.objectType(),
                entry.objectId(),
                entry.result().name(),
                fields(entry.fields()),
                entry.detail()));
        if (!entry.address().isEmpty()) {
            items.add(entry.address());
        }
        return items;
    }

    static String fields(Set<String> names) {
        return String.join(",", new TreeSet<>(names));
    }

    static Set<String> fields(String column) {
        return column.isEmpty() ? Set.of() : Set.of(column.split(","));
    }

    /** As the database gives it back: an entry is never refused for its size, what is too long is cut. */
    private static AuditEntry storable(AuditEntry entry) {
        Instant at = entry.at().truncatedTo(ChronoUnit.MICROS);
        return new AuditEntry(
                at,
                entry.service(),
                entry.user(),
                text(entry.session(), 128),
                entry.purpose(),
                entry.action(),
                text(entry.objectType(), 64),
                text(entry.objectId(), 256),
                entry.result(),
                fields(text(fields(entry.fields()), 20_000)),
                text(entry.detail(), 2_000),
                text(entry.address(), 64));
    }

    /** Cut, without NUL and without half characters, which neither database nor UTF-8 would keep. */
    private static String text(String given, int most) {
        String cut = given.length() <= most ? given : given.substring(0, most - 1) + "…";
        String whole = cut.chars().noneMatch(c -> Character.isSurrogate((char) c))
                ? cut
                : new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return Sql.storable(whole);
    }
}
