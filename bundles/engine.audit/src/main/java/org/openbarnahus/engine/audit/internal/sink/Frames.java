// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Messages of RFC 5424, each with its length before it (RFC 5425, 4.3). The text is the line as it lies here. */
record Frames(String host) {
    /** Receivers should take so much (RFC 5425, 4.3.1); entries are never cut: their hash would not hold any more. */
    private static final int LONGEST_LOG = 8_000;

    private static final int LOG_AUDIT = 13;
    private static final int USER = 1;
    private static final int PER_FACILITY = 8;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    byte[] of(Batch batch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Item item : batch.items()) {
            byte[] message = message(batch.kind(), item).getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(message);
        }
        return bytes.toByteArray();
    }

    private String message(Kind kind, Item item) {
        int facility = kind == Kind.LOG ? USER : LOG_AUDIT;
        String text = kind == Kind.LOG && item.text().length() > LONGEST_LOG
                ? item.text().substring(0, LONGEST_LOG) + "…"
                : item.text();
        return "<" + (facility * PER_FACILITY + item.severity().number) + ">1 "
                + TIME.format(item.at().atOffset(ZoneOffset.UTC)) + " " + host + " openbarnahus - " + kind.word()
                + " - " + text;
    }

    /** A name that fits in the header, or the sign for none. */
    static String host(String name) {
        return name.matches("[!-~]{1,255}") ? name : "-";
    }
}
