// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Between the product and its database: a test makes it slow, silent, or cuts it. */
final class SlowWire implements AutoCloseable {
    private static final int BYTES = 16_384;
    private static final long LOOK_MILLIS = 10;

    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int target;
    private volatile boolean silent;
    private volatile boolean cut;
    private volatile long delayMillis;

    SlowWire(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whoever connects is let in, and whatever is sent in either direction arrives when this is over. */
    void silent() {
        silent = true;
    }

    /** Each piece of an answer comes so much later. */
    void slow(Duration delay) {
        delayMillis = delay.toMillis();
    }

    /** Ends every connection, and each new one at once. */
    void cut() {
        cut = true;
        open.forEach(SlowWire::end);
    }

    void well() {
        delayMillis = 0;
        cut = false;
        silent = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (cut) {
                    end(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // closed, or the database is not there: whoever waits finds out
                Thread.onSpinWait();
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            Thread.ofVirtual().start(() -> pass(client, server, false));
            Thread.ofVirtual().start(() -> pass(server, client, true));
        } catch (IOException e) {
            end(client);
            throw e;
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] piece = new byte[BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (answers && delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                while (silent) {
                    Thread.sleep(LOOK_MILLIS);
                }
                out.write(piece, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            Thread.onSpinWait();
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        well();
        open.forEach(SlowWire::end);
    }
}
