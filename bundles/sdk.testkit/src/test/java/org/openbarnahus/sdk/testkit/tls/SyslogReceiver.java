// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.testkit.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of syslog over TLS on this machine (RFC 5425), with the manners of the test; one that goes away and comes back is a new
 * one on the same port.
 */
public final class SyslogReceiver implements AutoCloseable {
    /** What it does with those who come. */
    public enum Manners {
        PROPER,
        /** Ends a connection only when the test lets it. */
        WAITS,
        HANGS_UP,
        /** Sends and sends. */
        TALKS,
        READS_NOTHING
    }

    public final List<String> messages;
    public final int port;
    public volatile Manners manners = Manners.PROPER;
    /** One permit for each connection that it has read to the end and not ended. */
    public final Semaphore read = new Semaphore(0);
    /** One permit lets it end one. */
    public final Semaphore leave = new Semaphore(0);

    private final ServerSocket server;
    private final SSLContext context;
    private final boolean clientMustProve;
    private final List<Socket> held = new CopyOnWriteArrayList<>();

    public SyslogReceiver(SSLContext context, int wanted, boolean clientMustProve) throws IOException {
        this(context, wanted, clientMustProve, new CopyOnWriteArrayList<>());
    }

    /**
     * @param wanted port; 0 for any
     * @param clientMustProve whether it asks for a certificate
     * @param messages to which those are added that came on a connection until its end; safe for several threads
     */
    public SyslogReceiver(SSLContext context, int wanted, boolean clientMustProve, List<String> messages)
            throws IOException {
        this.context = context;
        this.messages = messages;
        this.clientMustProve = clientMustProve;
        server = new ServerSocket(wanted, 10, InetAddress.getLoopbackAddress());
        port = server.getLocalPort();
        Thread.ofPlatform().daemon().start(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void serve(Socket wire) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(wire, "", wire.getPort(), true);
        socket.setUseClientMode(false);
        socket.setNeedClientAuth(clientMustProve);
        if (manners == Manners.READS_NOTHING) {
            socket.startHandshake();
            held.add(wire);
            return;
        }
        if (manners == Manners.TALKS) {
            held.add(wire);
            byte[] nothing = new byte[8_192];
            while (true) {
                socket.getOutputStream().write(nothing);
            }
        }
        InputStream in = socket.getInputStream();
        if (manners == Manners.HANGS_UP) {
            in.read();
            // as a program that is killed does: nothing is said
            wire.setSoLinger(true, 0);
            wire.close();
            return;
        }
        try (socket) {
            List<String> come = new ArrayList<>();
            for (String next = frame(in); next != null; next = frame(in)) {
                come.add(next);
            }
            messages.addAll(come);
            if (manners == Manners.WAITS) {
                read.release();
                leave.acquireUninterruptibly();
            }
        }
    }

    private static @Nullable String frame(InputStream in) throws IOException {
        ByteArrayOutputStream length = new ByteArrayOutputStream();
        for (int next = in.read(); next != ' '; next = in.read()) {
            if (next < 0) {
                return null;
            }
            length.write(next);
        }
        int bytes = Integer.parseInt(length.toString(StandardCharsets.US_ASCII));
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : held) {
            socket.close();
        }
    }
}
