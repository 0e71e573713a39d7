// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.io.ByteArrayOutputStream;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.AuditSigner;
import org.openbarnahus.core.service.store.ChainHead;

/**
 * Signed checkpoints in a file that is only appended to, for its owner only; the form is described in
 * {@code docs/auditor/audit-format.md}. A last line that a crash left half written is taken off.
 */
final class CheckpointFile {
    private static final String FORMAT = "openbarnahus-checkpoint/1";
    private static final String ZEROS = "0".repeat(64);
    private static final FileAttribute<?> OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);
    private static final Pattern LINE = Pattern.compile(
            "\\{\"v\":1,\"n\":(\\d{1,18}),\"prev\":\"([0-9a-f]{64})\",\"chain\":\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\","
                    + "\"seq\":(\\d{1,18}),\"hash\":\"([0-9a-f]{64})\",\"at\":\"([0-9T:.Z-]{27})\",\"key\":\"([0-9a-f]{16})\","
                    + "\"sig\":\"([A-Za-z0-9+/=]{88})\"}");

    private final Path file;
    private final AuditSigner signer;
    private final String key;
    private final Map<ServiceId, ChainHead> newest = new HashMap<>();
    private long number;
    private String previous = ZEROS;
    private Optional<String> last = Optional.empty();

    /**
     * Reads what is there.
     *
     * @throws IllegalStateException when a line is damaged, out of order or not signed by this key
     */
    CheckpointFile(Path file, AuditSigner signer) {
        this.file = file;
        this.signer = signer;
        this.key = hash(signer.publicKey()).substring(0, 16);
        try {
            if (Files.exists(file)) {
                takeOffHalfALine();
                // of single bytes, so that one that is damaged is a damaged line and not a file that cannot be read
                try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    lines.forEach(this::read);
                }
                requireSigned();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints cannot be read", e);
        }
    }

    private void read(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()
                || Long.parseLong(m.group(1)) != number + 1
                || !m.group(2).equals(previous)) {
            throw new IllegalStateException("line " + (number + 1) + " is damaged or out of order");
        }
        number++;
        previous = hash(
                signed(List.of(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5), m.group(6), m.group(7))));
        ServiceId chain = ServiceId.of(m.group(3));
        newest.put(chain, new ChainHead(chain, Long.parseLong(m.group(4)), m.group(5)));
        last = Optional.of(line);
    }

    /** Of the last line only: each line holds the hash of the one before. Ed25519 always signs alike, so signing is checking. */
    private void requireSigned() {
        if (last.isPresent()) {
            Matcher m = LINE.matcher(last.get());
            boolean matches = m.matches();
            byte[] bytes =
                    signed(List.of(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5), m.group(6), m.group(7)));
            if (!matches || !m.group(7).equals(key) || !signature(bytes).equals(m.group(8))) {
                throw new IllegalStateException("line " + number + " is not signed by the key of this installation");
            }
        }
    }

    private void takeOffHalfALine() throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE))) {
            long end = channel.size();
            ByteBuffer one = ByteBuffer.allocate(1);
            while (end > 0 && channel.read(one.clear(), end - 1) == 1 && one.get(0) != '\n') {
                end--;
            }
            channel.truncate(end);
        }
    }

    Optional<ChainHead> newest(ServiceId chain) {
        return Optional.ofNullable(newest.get(chain));
    }

    Set<ServiceId> chains() {
        return Set.copyOf(newest.keySet());
    }

    Path file() {
        return file;
    }

    String key() {
        return key;
    }

    /** Vouches for the heads; the lines are on disk when this returns. */
    void append(List<ChainHead> heads, Instant now) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        long count = number;
        String before = previous;
        for (ChainHead head : heads) {
            List<String> items = List.of(
                    Long.toString(++count),
                    before,
                    head.chain().toString(),
                    Long.toString(head.seq()),
                    head.hash(),
                    TIME.format(now.atOffset(ZoneOffset.UTC)),
                    key);
            byte[] signed = signed(items);
            before = hash(signed);
            lines.writeBytes(line(items, signature(signed)).getBytes(StandardCharsets.US_ASCII));
        }
        write(lines.toByteArray());
        number = count;
        previous = before;
        heads.forEach(head -> newest.put(head.chain(), head));
    }

    private static String line(List<String> i, String signature) {
        return "{\"v\":1,\"n\":" + i.get(0) + ",\"prev\":\"" + i.get(1) + "\",\"chain\":\"" + i.get(2) + "\",\"seq\":"
                + i.get(3) + ",\"hash\":\"" + i.get(4) + "\",\"at\":\"" + i.get(5) + "\",\"key\":\"" + i.get(6)
                + "\",\"sig\":\"" + signature + "\"}\n";
    }

    private void write(byte[] lines) {
        try {
            OwnerOnly.directory(file.resolveSibling("").toAbsolutePath());
            Set<StandardOpenOption> append = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            try (FileChannel channel = FileChannel.open(file, append, OWNER)) {
                ByteBuffer bytes = ByteBuffer.wrap(lines);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints cannot be written", e);
        }
    }

    private String signature(byte[] signed) {
        return Base64.getEncoder().encodeToString(signer.sign(signed));
    }

    private static byte[] signed(List<String> items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        item(bytes, FORMAT);
        items.forEach(text -> item(bytes, text));
        return bytes.toByteArray();
    }

    private static void item(ByteArrayOutputStream bytes, String text) {
        byte[] utf = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf.length).array());
        bytes.writeBytes(utf);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
