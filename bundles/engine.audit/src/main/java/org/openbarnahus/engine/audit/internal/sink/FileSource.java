// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The whole lines of files that are appended to. A file is known by its first line, which holds a time, so that one that is
 * renamed, as logs are when they have grown, is still the same, and a new one under the old name is another.
 */
final class FileSource implements Source {
    private static final int MOST_BYTES = 256 * 1024;
    private static final Pattern AT = Pattern.compile("\"at\":\"([0-9T:.Z-]{20,30})\"");

    private final Kind kind;
    private final Path directory;
    private final Pattern name;

    FileSource(Kind kind, Path directory, Pattern name) {
        this.kind = kind;
        this.directory = directory;
        this.name = name;
    }

    private record Known(Path file, String key, long size) {}

    @Override
    public Optional<Batch> next(Positions arrived) throws IOException {
        List<Known> files = files();
        Set<String> keys = new HashSet<>();
        files.forEach(file -> keys.add(file.key()));
        arrived.keepOnly(kind.word() + "/", keys);
        for (Known file : files) {
            long from = arrived.of(file.key());
            Optional<Batch> batch = file.size() > from ? read(file, from) : Optional.empty();
            if (batch.isPresent()) {
                return batch;
            }
        }
        return Optional.empty();
    }

    /** The oldest first; those without a whole line are not there yet. */
    private List<Known> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> paths;
        Map<Path, Long> changed = new HashMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            paths = all.filter(
                            path -> name.matcher(path.getFileName().toString()).matches())
                    .toList();
        }
        List<Known> files = new ArrayList<>();
        for (Path path : paths) {
            try {
                changed.put(path, Files.getLastModifiedTime(path).toMillis());
                key(path).ifPresent(files::add);
            } catch (NoSuchFileException e) {
                continue; // renamed this moment: the next round finds it
            }
        }
        files.sort(Comparator.comparing((Known known) -> changed.getOrDefault(known.file(), 0L))
                .thenComparing(known -> known.file().toString(), Comparator.reverseOrder()));
        return files;
    }

    private Optional<Known> key(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            byte[] start = bytes(channel, 0, 512);
            int end = indexOf(start, 0);
            if (end < 0 && start.length < 512) {
                return Optional.empty();
            }
            CRC32 sum = new CRC32();
            sum.update(start, 0, end < 0 ? start.length : end);
            return Optional.of(new Known(path, kind.word() + "/" + Long.toHexString(sum.getValue()), channel.size()));
        }
    }

    /** Whole lines only: what is being written this moment comes with the next round. */
    private Optional<Batch> read(Known file, long from) throws IOException {
        byte[] bytes;
        try (FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.READ)) {
            bytes = bytes(channel, from, MOST_BYTES);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        int start = 0;
        for (int end = indexOf(bytes, 0); end >= 0; end = indexOf(bytes, start)) {
            items.add(item(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
            start = end + 1;
        }
        if (items.isEmpty() && bytes.length == MOST_BYTES) {
            items.add(item(new String(bytes, StandardCharsets.UTF_8)));
            start = bytes.length;
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(new Batch(kind, items, file.key(), from + start));
    }

    private static Item item(String line) {
        Item.Severity severity = line.contains("\"level\":\"ERROR\"")
                ? Item.Severity.ERROR
                : line.contains("\"level\":\"WARN\"") ? Item.Severity.WARNING : Item.Severity.INFORMATIONAL;
        return new Item(at(line), severity, line);
    }

    private static Instant at(String line) {
        Matcher matcher = AT.matcher(line);
        try {
            return matcher.find() ? Instant.parse(matcher.group(1)) : Instant.EPOCH;
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static byte[] bytes(FileChannel channel, long from, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
            // goes on until the end of the file or of the room
        }
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static int indexOf(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
