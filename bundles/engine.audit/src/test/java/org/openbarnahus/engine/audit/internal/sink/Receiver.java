// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A receiver of syslog over TLS on this machine, with the manners of the test. */
final class Receiver implements AutoCloseable {
    /** What it does with those who come. */
    enum Manners {
        PROPER,
        /** Ends a connection only when the test lets it. */
        WAITS,
        HANGS_UP,
        /** Sends and sends. */
        TALKS,
        READS_NOTHING
    }

    final List<String> messages = new CopyOnWriteArrayList<>();
    final int port;
    volatile Manners manners = Manners.PROPER;
    /** One permit for each connection that it has read to the end and not ended. */
    final Semaphore read = new Semaphore(0);
    /** One permit lets it end one. */
    final Semaphore leave = new Semaphore(0);

    private final ServerSocket server;
    private final SSLContext context;
    private final boolean clientMustProve;
    private final List<Socket> held = new CopyOnWriteArrayList<>();

    Receiver(SSLContext context, int wanted, boolean clientMustProve) throws IOException {
        this.context = context;
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

    /** A key and its certificate, made by the JDK's own tool; the certificate alone as PEM beside it. */
    static TlsFiles identity(Path folder, String name, String host) throws Exception {
        return identity(folder, name, host, "-1d");
    }

    /**
     * @param from when it began to be good, for two days
     */
    static TlsFiles identity(Path folder, String name, String host, String from) throws Exception {
        Path keys = folder.resolve(name + ".p12");
        Path password = Files.writeString(folder.resolve(name + ".password"), "changeit\n");
        Path pem = folder.resolve(name + ".pem");
        tool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + host,
                "-startdate",
                from,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit");
        tool(
                "-exportcert",
                "-rfc",
                "-alias",
                name,
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit",
                "-file",
                pem.toString());
        for (Path secret : List.of(keys, password)) {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        }
        return new TlsFiles(pem.toString(), keys.toString(), password.toString());
    }

    private static void tool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
