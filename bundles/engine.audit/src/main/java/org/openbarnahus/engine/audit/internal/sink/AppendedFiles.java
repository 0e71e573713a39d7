// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * One file a kind in a directory of the operator's, opened for appending only, so that the directory can be one where nothing
 * else is allowed. What a crash left written but not remembered is not written twice: the file stays one that a verifier reads.
 */
record AppendedFiles(Path directory) implements Destination {
    static final String NAME = "directory";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String where() {
        return directory.toString();
    }

    @Override
    public void send(Batch batch, Positions positions) throws IOException {
        if (!Files.isDirectory(directory)) {
            // never made here: on a volume that is not mounted it would be made on the wrong one
            throw new IOException("there is no such directory");
        }
        Path file = directory.resolve(batch.kind().word() + ".jsonl");
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            // others may run that volume: a link would lead into this machine
            throw new IOException(file.getFileName() + " is no file");
        }
        String key = "file/" + batch.kind().word();
        byte[] bytes = bytes(batch);
        byte[] surplus = after(file, positions.of(key));
        boolean begun = surplus.length <= bytes.length && Arrays.equals(surplus, Arrays.copyOf(bytes, surplus.length));
        byte[] rest = begun ? Arrays.copyOfRange(bytes, surplus.length, bytes.length) : bytes;
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            if (!begun && surplus[surplus.length - 1] != '\n') {
                write(channel, new byte[] {'\n'});
            }
            write(channel, rest);
            channel.force(true);
            positions.set(key, channel.size());
        }
    }

    private static byte[] bytes(Batch batch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Item item : batch.items()) {
            bytes.writeBytes(item.text().getBytes(StandardCharsets.UTF_8));
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    /** What stands in the file beyond what is remembered: nothing, but after a crash. */
    private static byte[] after(Path file, long known) throws IOException {
        if (!Files.exists(file)) {
            return new byte[0];
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.clamp(channel.size() - known, 0, 16 * 1024 * 1024));
            while (buffer.hasRemaining() && channel.read(buffer, known + buffer.position()) > 0) {
                // goes on until the end
            }
            return buffer.array();
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
