// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Small secret files that only their owner can read. A file comes into being whole, synced and with its final permissions, or
 * not at all. No key is ever overwritten, because what was encrypted with it would be lost; the same key can be wrapped anew.
 */
final class KeyDirectory {
    private static final FileAttribute<?> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final int LARGEST = 1 << 16;

    private final Path directory;
    private final Steps steps;

    /** What is done to the disk, one by one: tests stop the program at each. */
    interface Steps {
        void before(String step) throws IOException;
    }

    /**
     * Makes the directory when it is missing.
     *
     * @throws IllegalStateException when others than the owner can enter it
     */
    KeyDirectory(Path directory) {
        this(directory, step -> {});
    }

    KeyDirectory(Path directory, Steps steps) {
        this.directory = directory;
        this.steps = steps;
        try {
            if (Files.notExists(directory)) {
                Files.createDirectories(directory.toAbsolutePath().getParent());
                Files.createDirectory(directory, DIRECTORY);
            }
            refuseUnlessPrivate(directory);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** Content of the file, or empty when there is none. */
    Optional<byte[]> read(String name) {
        Path file = directory.resolve(name);
        try {
            refuseUnlessPrivate(file);
            if (Files.size(file) > LARGEST) {
                throw new IllegalStateException(file + " is not a key file: too large");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Writes the file unless another process was faster; gives back what is in it now. */
    byte[] create(String name, byte[] content) {
        Path file = directory.resolve(name);
        Path draft = directory.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            write(draft, content);
            steps.before("link");
            // a hard link, because it fails when the name is taken; a move would overwrite
            Files.createLink(file, draft);
            sync();
        } catch (FileAlreadyExistsException e) {
            return read(name).orElseThrow();
        } catch (IOException e) {
            throw unusable(file, e);
        } finally {
            delete(draft);
        }
        return content;
    }

    /** Puts the same key, wrapped anew, into the file's place, whole or not at all; the file stays as old as the key is. */
    void rewrite(String name, byte[] content) {
        replace(name, content, made(name));
    }

    /** Puts a new root key, of which the one before has been kept, into its place, whole or not at all. */
    void replace(String name, byte[] content) {
        replace(name, content, Optional.empty());
    }

    /** When the key in the file was made. */
    Optional<Instant> made(String name) {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(directory.resolve(name)).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(directory.resolve(name), e);
        }
    }

    private void replace(String name, byte[] content, Optional<Instant> made) {
        Path file = directory.resolve(name);
        Path draft = directory.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            write(draft, content);
            if (made.isPresent()) {
                Files.setLastModifiedTime(draft, FileTime.from(made.get()));
            }
            steps.before("move");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            sync();
        } catch (IOException e) {
            throw unusable(file, e);
        } finally {
            delete(draft);
        }
    }

    private void write(Path draft, byte[] content) throws IOException {
        steps.before("write");
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            steps.before("force");
            channel.force(true);
        }
    }

    /** Names of the files, in order; without what begins with a dot. */
    List<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** Whether a file with the ending exists. */
    boolean hasAny(String ending) {
        return names().stream().anyMatch(name -> name.endsWith(ending));
    }

    private void sync() throws IOException {
        steps.before("sync");
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void delete(Path draft) {
        try {
            steps.before("delete");
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw unusable(draft, e);
        }
    }

    private static void refuseUnlessPrivate(Path path) throws IOException {
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))) {
                throw new IllegalStateException(
                        path + " can be read by others than its owner: chmod go-rwx it, and think "
                                + "about who may have copied it");
            }
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(path + " lies on a file system that cannot protect keys", e);
        }
    }

    private static UncheckedIOException unusable(Path path, IOException cause) {
        return new UncheckedIOException("key file or directory cannot be used: " + path, cause);
    }
}
