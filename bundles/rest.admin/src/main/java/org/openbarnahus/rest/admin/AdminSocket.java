// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The server's end: one request line, one reply line, one connection at a time. No network port. */
final class AdminSocket implements AutoCloseable {
    static final String FILE = "admin.sock";

    private final Path file;
    private final ServerSocketChannel server;
    private final Function<Map<String, String>, Reply> commands;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "local-administration");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param directory is made accessible to its owner only before the socket is there
     */
    AdminSocket(Path directory, Function<Map<String, String>, Reply> commands) throws IOException {
        this.commands = commands;
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        this.file = directory.resolve(FILE);
        Files.deleteIfExists(file);
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        worker.execute(this::serve);
    }

    private void serve() {
        while (true) {
            try (SocketChannel client = server.accept()) {
                answer(client);
            } catch (AsynchronousCloseException e) {
                return;
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                // the other end went away: its own loss
            }
        }
    }

    private void answer(SocketChannel client) throws IOException {
        String request = readLine(Channels.newReader(client, StandardCharsets.UTF_8));
        Reply reply;
        try {
            reply = commands.apply(Line.read(request));
        } catch (IllegalArgumentException e) {
            reply = new Reply(Reply.WRONG, "This is not a request of hub admin.");
        }
        write(client, reply.line());
    }

    static void write(SocketChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    static String readLine(Reader source) throws IOException {
        StringBuilder line = new StringBuilder();
        BufferedReader reader = new BufferedReader(source);
        for (int next = reader.read(); next >= 0 && next != '\n'; next = reader.read()) {
            if (line.length() > Line.LONGEST) {
                return "";
            }
            line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() {
        worker.shutdownNow();
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
