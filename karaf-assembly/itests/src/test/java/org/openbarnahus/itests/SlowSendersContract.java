// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.Test;

/** Whoever sends a byte now and then holds few threads, and nobody else waits for it. */
public class SlowSendersContract {
    private static final int SENDERS = 60;
    private static final int LOOKS = 15;
    private static final long A_BYTE_MILLIS = 300;

    private final DemoProduct product = SharedProduct.product();
    private final Client visitor;

    public SlowSendersContract() throws Exception {
        visitor = new Client(product.data(), product.port());
    }

    private static void begin(SSLSocket socket, String path, int length) throws IOException {
        String head =
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + length + "\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static void drip(SSLSocket socket, AtomicInteger sending) {
        try {
            OutputStream out = socket.getOutputStream();
            sending.incrementAndGet();
            for (int i = 0; i < 1_000; i++) {
                Thread.sleep(A_BYTE_MILLIS);
                out.write(' ');
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            Thread.onSpinWait(); // the server has had enough, or the test
        } finally {
            sending.decrementAndGet();
        }
    }

    /** Milliseconds in which half of the pages came. */
    private double look() throws Exception {
        double[] millis = new double[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            long begin = System.nanoTime();
            assertEquals(200, visitor.get("/sign-in").statusCode());
            assertEquals(200, visitor.get(Client.HEALTH).statusCode());
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis[LOOKS / 2];
    }

    /** From the same address, over HTTP/2: perhaps there is no place, but never no answer. */
    private void assertEverybodyIsAnswered() throws Exception {
        Api api = product.as("coordinator", "SE-DEMO");
        for (int i = 0; i < LOOKS; i++) {
            int status = api.post("/cases", "{}").status();
            assertTrue("answered with " + status, status == 422 || status == 503);
        }
    }

    /** Bodies that are refused for their length, and bodies that would be read: of the sign-in, which anybody may ask for. */
    @Test
    public void sixtySlowSendersKeepNobodyWaiting() throws Exception {
        SSLSocketFactory sockets = ServerTrust.of(product.data()).getSocketFactory();
        look();
        double idle = look();
        for (int length : new int[] {2_000_000, 900_000}) {
            List<SSLSocket> open = new ArrayList<>();
            AtomicInteger sending = new AtomicInteger();
            try {
                for (int i = 0; i < SENDERS; i++) {
                    SSLSocket socket = (SSLSocket) sockets.createSocket("localhost", product.port());
                    open.add(socket);
                    begin(socket, "/api/v1/session", length);
                    Thread.ofVirtual().start(() -> drip(socket, sending));
                }
                double busy = look();
                assertTrue("they are still at it: " + sending, sending.get() > 0);
                assertEverybodyIsAnswered();
                assertTrue(
                        "a page in " + Math.round(idle) + " ms while nothing happens, and in " + Math.round(busy)
                                + " ms beside " + SENDERS + " slow senders of " + length,
                        busy < idle + 1_000);
            } finally {
                for (SSLSocket socket : open) {
                    socket.close();
                }
            }
            Samples.await(
                    java.time.Duration.ofSeconds(60),
                    () -> product.as("coordinator", "SE-DEMO").post("/cases", "{}"),
                    answer -> answer.status() == 422);
        }
    }
}
