// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A pack as a folder on disk. Symbolic links inside are not followed. */
public final class PackFolder {
    private static final int DEEPEST = 3;

    private PackFolder() {}

    /** The folder's files in order, one more than is allowed at most. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .limit(PackFiles.MOST_FILES + 1L)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads the files; of one that is too large, one byte more than is allowed, which the reader then refuses. */
    public static PackFiles read(Path folder, String source) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        for (Path file : files(folder)) {
            try (InputStream in = Files.newInputStream(file)) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                content.put(path, in.readNBytes(PackFiles.LARGEST_FILE + 1));
            }
        }
        return PackFiles.of(source, String.valueOf(folder.getFileName()), content);
    }
}
