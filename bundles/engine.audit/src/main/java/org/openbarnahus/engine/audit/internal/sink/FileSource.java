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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The whole lines of files that are appended to. A file is known by its first line, which holds a time, so that one that is
 * renamed, as logs are when they have grown, is still the same, and a new one under the old name is another. One that was cut or
 * put back from a copy does not hold any more what stood before the place that has arrived: all of it is sent once more.
 */
final class FileSource implements Source {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int START = 512;
    private static final int MARKED = 512;
    private static final Pattern AT = Pattern.compile("\"at\":\"([0-9T:.Z-]{20,30})\"");

    private final Kind kind;
    private final Path directory;
    private final Pattern name;
    private final Runnable looked;
    private @Nullable Set<String> seenBefore;

    FileSource(Kind kind, Path directory, Pattern name) {
        this(kind, directory, name, () -> {});
    }

    /**
     * @param looked after the files have been looked at, before they are read: tests rename them then
     */
    FileSource(Kind kind, Path directory, Pattern name, Runnable looked) {
        this.kind = kind;
        this.directory = directory;
        this.name = name;
        this.looked = looked;
    }

    private record Known(Path file, String key, long size, long changed) {
        static Known larger(Known one, Known other) {
            return other.size > one.size ? other : one;
        }
    }

    @Override
    public Optional<Batch> next(Positions arrived) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty(); // and no place is forgotten: a volume may be away for a while
        }
        List<Known> files = files();
        forget(arrived, files);
        looked.run();
        for (Known file : files) {
            try (FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.READ)) {
                if (!key(channel).equals(Optional.of(file.key()))) {
                    return Optional.empty(); // another file by now: the next round finds both, in their order
                }
                Optional<Batch> batch = read(channel, file.key(), from(channel, file.key(), arrived));
                if (batch.isPresent()) {
                    return batch;
                }
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Places of files that were not there twice in a row: one that is renamed this moment can be overlooked once. */
    private void forget(Positions arrived, List<Known> files) {
        Set<String> seen = files.stream().map(Known::key).collect(Collectors.toSet());
        if (seenBefore != null) {
            Set<String> either = new HashSet<>(seenBefore);
            either.addAll(seen);
            arrived.keepOnly(kind.word() + "/", either);
        }
        seenBefore = seen;
    }

    /** The oldest first; those without a whole line are not there yet. Of copies of one file the largest alone counts. */
    private List<Known> files() throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.list(directory)) {
            paths = all.filter(
                            path -> name.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        Map<String, Known> files = new LinkedHashMap<>();
        for (Path path : paths) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                long changed = Files.getLastModifiedTime(path).toMillis();
                Optional<String> key = key(channel);
                if (key.isPresent()) {
                    files.merge(key.get(), new Known(path, key.get(), channel.size(), changed), Known::larger);
                }
            } catch (NoSuchFileException e) {
                continue; // renamed this moment: the next round finds it
            }
        }
        return files.values().stream()
                .sorted(Comparator.comparingLong(Known::changed))
                .toList();
    }

    private Optional<String> key(FileChannel channel) throws IOException {
        byte[] start = bytes(channel, 0, START);
        int end = indexOf(start, 0);
        if (end < 0 && start.length < START) {
            return Optional.empty();
        }
        return Optional.of(kind.word() + "/" + Long.toHexString(sum(start, end < 0 ? start.length : end)));
    }

    /** The beginning, unless the file still holds what stood before the place that has arrived. */
    private static long from(FileChannel channel, String key, Positions arrived) throws IOException {
        long place = arrived.of(key);
        long mark = arrived.mark(key);
        boolean same = place <= channel.size() && (mark == 0 || mark == mark(channel, place));
        return same ? place : 0;
    }

    private static long mark(FileChannel channel, long place) throws IOException {
        int length = (int) Math.min(MARKED, place);
        return sum(bytes(channel, place - length, length), length);
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, Math.min(length, bytes.length));
        return sum.getValue();
    }

    /** Whole lines only: what is being written this moment comes with the next round. */
    private Optional<Batch> read(FileChannel channel, String key, long from) throws IOException {
        byte[] bytes = bytes(channel, from, MOST_BYTES);
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
        long upTo = from + start;
        return items.isEmpty() ? Optional.empty() : Optional.of(new Batch(kind, items, key, upTo, mark(channel, upTo)));
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
