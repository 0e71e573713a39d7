// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.engine.audit.internal.OwnerOnly;

/**
 * How far one destination has everything: a small file that is replaced as a whole. Without it, or when it cannot be read,
 * everything is sent once more, which is better than something not at all.
 */
final class Positions {
    private static final Pattern LINE = Pattern.compile("([a-z]+/[0-9a-zA-Z.-]{1,64}) (\\d{1,18})(?: (\\d{1,10}))?");

    private static final Place NONE = new Place(0, 0);

    private final Path file;
    private final Map<String, Place> values = new TreeMap<>();

    private record Place(long number, long mark) {}

    Positions(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line :
                    Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    String mark = matcher.group(3);
                    set(matcher.group(1), Long.parseLong(matcher.group(2)), mark == null ? 0 : Long.parseLong(mark));
                }
            }
        }
    }

    long of(String key) {
        return values.getOrDefault(key, NONE).number();
    }

    /** What was remembered with the place; 0 for nothing. */
    long mark(String key) {
        return values.getOrDefault(key, NONE).mark();
    }

    void set(String key, long value) {
        set(key, value, 0);
    }

    void set(String key, long value, long mark) {
        values.put(key, new Place(value, mark));
    }

    /** Of the keys that begin so, the others are of no use any more. */
    void keepOnly(String beginning, Set<String> keys) {
        values.keySet().removeIf(key -> key.startsWith(beginning) && !keys.contains(key));
    }

    void save() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        OwnerOnly.directory(file.resolveSibling("").toAbsolutePath());
        Files.deleteIfExists(fresh);
        try (BufferedWriter out = OwnerOnly.create(fresh)) {
            for (Map.Entry<String, Place> each : values.entrySet()) {
                Place place = each.getValue();
                out.write(each.getKey() + " " + place.number() + (place.mark() == 0 ? "" : " " + place.mark()) + "\n");
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
