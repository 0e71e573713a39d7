// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.Test;

/** HTTP/2 in frames made by hand: fields that belong to a connection make a message malformed (RFC 9113, 8.2.2). */
public class FramesContract {
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_STREAM_AND_HEADERS = 5;
    private static final int PATIENCE_MILLIS = 20_000;
    /** Of the static table: {@code :status: 200} and {@code :status: 400}. */
    private static final int OK = 0x88;

    private static final int BAD = 0x8c;

    private final DemoProduct product = SharedProduct.product();

    /** What came back for the first stream: "200", "400", "reset" or "away". */
    private String asked(String... fields) throws Exception {
        try (SSLSocket socket = (SSLSocket)
                ServerTrust.of(product.data()).getSocketFactory().createSocket("localhost", product.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            assertEquals("h2", socket.getApplicationProtocol());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            frame(out, SETTINGS, 0, 0, new byte[0]);
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            for (String[] each : List.of(
                    new String[] {":method", "GET"},
                    new String[] {":scheme", "https"},
                    new String[] {":path", Client.HEALTH},
                    new String[] {":authority", "localhost:" + product.port()})) {
                literal(block, each[0], each[1]);
            }
            for (int i = 0; i < fields.length; i += 2) {
                literal(block, fields[i], fields[i + 1]);
            }
            frame(out, HEADERS, END_STREAM_AND_HEADERS, 1, block.toByteArray());
            socket.getOutputStream().write(out.toByteArray());
            socket.getOutputStream().flush();
            return answer(new DataInputStream(socket.getInputStream()));
        }
    }

    private static String answer(DataInputStream in) throws IOException {
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            in.readUnsignedByte();
            int stream = in.readInt() & Integer.MAX_VALUE;
            byte[] payload = in.readNBytes(length);
            if (type == GOAWAY) {
                return "away";
            }
            if (stream == 1 && type == RST_STREAM) {
                return "reset";
            }
            if (stream == 1 && type == HEADERS) {
                return status(payload);
            }
        }
    }

    private static String status(byte[] block) {
        for (byte each : block) {
            if ((each & 0xff) == OK) {
                return "200";
            }
            if ((each & 0xff) == BAD) {
                return "400";
            }
        }
        return "another";
    }

    /** HPACK: a literal that is not indexed, with a new name, without Huffman. */
    private static void literal(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        for (String text : new String[] {name, value}) {
            block.write(text.length());
            block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void frame(ByteArrayOutputStream out, int type, int flags, int stream, byte[] payload) {
        out.write(payload.length >> 16);
        out.write(payload.length >> 8);
        out.write(payload.length);
        out.write(type);
        out.write(flags);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(stream >> shift);
        }
        out.writeBytes(payload);
    }

    @Test
    public void fieldsOfAConnectionMakeAMessageMalformed() throws Exception {
        assertEquals("a plain one is answered", "200", asked());
        assertEquals("200", asked("te", "trailers"));
        for (String[] field : new String[][] {
            {"transfer-encoding", "chunked"},
            {"connection", "keep-alive"},
            {"keep-alive", "timeout=5"},
            {"proxy-connection", "keep-alive"},
            {"upgrade", "websocket"},
            {"te", "gzip"},
            {"X-Upper", "case"},
            {"x-break", "a\r\nX-Injected: b"},
            {":path", "/api/v1/cases"},
            {":unknown", "x"}
        }) {
            String answer = asked(field);
            assertTrue(field[0] + ": " + answer, List.of("400", "reset", "away").contains(answer));
        }
        assertEquals("and the next one is answered", "200", asked());
    }
}
