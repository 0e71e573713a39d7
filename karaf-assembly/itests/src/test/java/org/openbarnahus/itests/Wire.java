// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Bytes as an attacker sends them: no client in between makes them well-formed. */
final class Wire {
    private static final int PATIENCE_MILLIS = 10_000;

    private final SSLSocketFactory sockets;
    private final int port;

    Wire(Path data, int port) throws IOException, GeneralSecurityException {
        this.sockets = ServerTrust.of(data).getSocketFactory();
        this.port = port;
    }

    /** Everything that the server says until it closes the connection or has nothing more to say. */
    String answer(String... lines) throws IOException {
        try (SSLSocket socket = open()) {
            socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket);
        }
    }

    /** Whether a connection comes about with this protocol and cipher suite alone. */
    boolean connects(String protocol, String suite) throws IOException {
        try (SSLSocket socket = open()) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {suite});
            socket.startHandshake();
            return true;
        } catch (SSLException | SocketException e) {
            return false;
        }
    }

    /** Whether a connection comes about when this is the only way to agree on a key. */
    boolean agrees(String protocol, String group) throws IOException {
        try (SSLSocket socket = open()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {protocol});
            parameters.setNamedGroups(new String[] {group});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return true;
        } catch (SSLException | SocketException e) {
            return false;
        }
    }

    private SSLSocket open() throws IOException {
        SSLSocket socket = (SSLSocket) sockets.createSocket("localhost", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String read(SSLSocket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[8_192];
        InputStream in = socket.getInputStream();
        try {
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                all.write(some, 0, length);
                socket.setSoTimeout(1_000); // the rest comes at once or not at all
            }
        } catch (SocketTimeoutException | SocketException e) {
            return all.toString(StandardCharsets.ISO_8859_1);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
