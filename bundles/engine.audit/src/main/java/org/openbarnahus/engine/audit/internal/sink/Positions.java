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
    private static final Pattern LINE = Pattern.compile("([a-z]+/[0-9a-zA-Z.-]{1,64}) (\\d{1,18})");

    private final Path file;
    private final Map<String, Long> values = new TreeMap<>();

    Positions(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line :
                    Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    values.put(matcher.group(1), Long.parseLong(matcher.group(2)));
                }
            }
        }
    }

    long of(String key) {
        return values.getOrDefault(key, 0L);
    }

    void set(String key, long value) {
        values.put(key, value);
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
            for (Map.Entry<String, Long> each : values.entrySet()) {
                out.write(each.getKey() + " " + each.getValue() + "\n");
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
