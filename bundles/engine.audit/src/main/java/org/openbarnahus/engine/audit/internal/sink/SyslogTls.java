// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Syslog over TLS (RFC 5425), a connection a batch. The protocol knows no receipt; its end serves as one: we say that nothing
 * more comes, and the receiver, having read all, ends its side (4.4). Whoever breaks off before that gets the batch once more.
 */
final class SyslogTls implements Destination {
    static final String NAME = "syslog";

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 15_000;
    /** A receiver has nothing to say; one that goes on and on would keep us listening for as long as it may take. */
    private static final int MOST_SAID = 64 * 1024;

    private final String host;
    private final int port;
    private final TlsFiles files;
    private final Frames frames;
    private final Duration longest;

    SyslogTls(String host, int port, TlsFiles files, Frames frames, Duration longest) {
        this.host = host;
        this.port = port;
        this.files = files;
        this.frames = frames;
        this.longest = longest;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String where() {
        return host + ":" + port;
    }

    @Override
    public void send(Batch batch, Positions positions) throws IOException {
        byte[] bytes = frames.of(batch);
        try (Wire wire = new Wire()) {
            // a receiver that takes nothing would hold a write for ever: no time limit of the socket is for that
            CompletableFuture<Void> ended = new CompletableFuture<Void>()
                    .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((done, late) -> close(wire));
            wire.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            wire.setSoTimeout(ANSWER_MILLIS);
            try (SSLSocket secured = secured(wire)) {
                secured.startHandshake();
                refuseExpired(secured.getSession());
                secured.getOutputStream().write(bytes);
                secured.shutdownOutput();
                readToTheEnd(secured.getInputStream());
                wire.assertWhole();
            } finally {
                ended.complete(null);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private SSLSocket secured(Socket wire) throws IOException, GeneralSecurityException {
        SSLSocket secured = (SSLSocket) files.context().getSocketFactory().createSocket(wire, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        secured.setSSLParameters(parameters);
        return secured;
    }

    /** Java does not look at the time of a certificate that is itself in the file of those we trust. */
    private static void refuseExpired(SSLSession session) throws IOException, GeneralSecurityException {
        if (session.getPeerCertificates()[0] instanceof X509Certificate own) {
            own.checkValidity();
        }
    }

    private static void readToTheEnd(InputStream in) throws IOException {
        byte[] ignored = new byte[512];
        int said = 0;
        for (int more = in.read(ignored); more >= 0; more = in.read(ignored)) {
            said += more;
            if (said > MOST_SAID) {
                throw new IOException("the receiver talks without end");
            }
        }
    }

    private static void close(Socket wire) {
        try {
            wire.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
