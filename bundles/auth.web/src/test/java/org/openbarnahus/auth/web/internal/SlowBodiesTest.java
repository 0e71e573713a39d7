// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.Test;

/** What a client sends, or does not, while a thread waits for it. */
public class SlowBodiesTest {
    private static final long SECOND = 1_000_000_000L;

    private final long[] nanos = {0};

    private LimitedRequest limited(Web web, LongSupplier clock) {
        return new LimitedRequest(web.request(), FrontDoor.MOST, "192.0.2.1", clock);
    }

    private static Web form(String query, String body) {
        Web web = new Web("POST", "/sign-in").header("Content-Type", "application/x-www-form-urlencoded");
        web.query = query;
        web.sent = body.getBytes(StandardCharsets.UTF_8);
        return web;
    }

    @Test
    public void whatComesTooSlowlyIsNotWaitedFor() throws IOException {
        Web web = new Web("POST", "/api/v1/cases");
        web.sent = new byte[60];
        InputStream in = limited(web, () -> nanos[0]).getInputStream();
        for (int i = 0; i < 15; i++) {
            in.read();
            nanos[0] += SECOND;
        }
        nanos[0] += SECOND;
        assertThrows(IOException.class, in::read);
    }

    @Test
    public void whatIsRefusedIsTakenForFiveSeconds() throws IOException {
        Web refused = new Web("POST", "/api/v1/cases");
        refused.sent = new byte[600_000];
        refused.length = refused.sent.length;
        Unread.forget(refused.request(), FrontDoor.MOST, () -> nanos[0] += SECOND / 4);
        assertTrue("it comes all the time: " + refused.taken, refused.taken > 100_000);
        assertTrue("five seconds of it: " + refused.taken, refused.taken < 200_000);
    }

    @Test
    public void aSilentClientIsNotWaitedForWhenItIsRefused() throws IOException {
        for (String method : List.of("POST", "GET")) {
            Web web = new Web(method, "/api/v1/cases").header("Transfer-Encoding", "chunked");
            web.sent = new byte[10];
            web.silent = true;
            nanos[0] = 0;
            Unread.forget(web.request(), FrontDoor.MOST, () -> nanos[0] += SECOND / 10);
            assertEquals(method, method.equals("GET") ? 0 : 10, web.taken);
            assertTrue("half a second: " + nanos[0], nanos[0] <= SECOND);
            web.length = 100;
            Unread.forget(web.request(), FrontDoor.MOST, () -> nanos[0] += SECOND / 10);
        }
    }

    @Test
    public void theEndThatComesBehindTheLastByteIsWaitedForAMoment() throws IOException {
        Web web = new Web("POST", "/api/v1/cases");
        web.protocol = "HTTP/2.0";
        web.sent = new byte[10];
        web.length = 10;
        web.silent = true;
        Unread.forget(web.request(), FrontDoor.MOST, () -> nanos[0] += SECOND / 10);
        assertEquals(10, web.taken);
        assertTrue("half a second: " + nanos[0], nanos[0] >= SECOND / 2 && nanos[0] <= SECOND);
    }

    @Test
    public void whatIsAllThereIsNotWaitedForAtAll() throws IOException {
        Web web = new Web("POST", "/api/v1/cases");
        web.sent = new byte[10];
        web.length = 10;
        web.silent = true;
        Unread.forget(web.request(), FrontDoor.MOST, () -> nanos[0]);
        assertEquals(10, web.taken);
        web.sent = new byte[0];
        web.length = -1;
        Unread.forget(web.request(), FrontDoor.MOST, () -> nanos[0]);
    }

    /** The server itself would read it as long as a byte comes now and then. */
    @Test
    public void aFormThatComesTooSlowlyIsNotWaitedFor() {
        Web web = form("", "user=anna&password=secret");
        LimitedRequest slow = limited(web, () -> nanos[0] += 8 * SECOND);
        assertFalse(Legible.form(slow));
        assertThrows(UncheckedIOException.class, () -> slow.getParameter("user"));
        assertTrue(Legible.form(limited(web, () -> nanos[0])));
    }

    @Test
    public void theFieldsOfAFormComeAfterThoseOfTheQuery() {
        LimitedRequest request =
                limited(form("to=%2Fcases&n=1&&x", "n=2&name=%C3%85sa+B&n=3&=4&empty="), () -> nanos[0]);
        assertEquals("/cases", request.getParameter("to"));
        assertEquals(List.of("1", "2", "3"), List.of(request.getParameterValues("n")));
        assertEquals("\u00c5sa B", request.getParameter("name"));
        assertEquals("", request.getParameter("empty"));
        assertEquals("", request.getParameter("x"));
        assertEquals(null, request.getParameter("none"));
        assertEquals(null, request.getParameterValues("none"));
        assertEquals(List.of("to", "n", "x", "name", "", "empty"), Collections.list(request.getParameterNames()));
    }

    @Test
    public void whatIsNoFormIsLeftInTheBody() throws IOException {
        Web json = form("a=1", "a=2");
        json.headers.put("Content-Type", "application/json");
        LimitedRequest request = limited(json, () -> nanos[0]);
        assertEquals(List.of("1"), List.of(request.getParameterValues("a")));
        assertEquals(0, json.taken);
        assertEquals(3, request.getInputStream().readAllBytes().length);
    }

    @Test
    public void aFormThatIsTooLargeOrNotInUtf8IsNone() {
        int most = LimitedRequest.MOST_OF_A_FORM;
        assertTrue(Legible.form(limited(form("", "a=" + "x".repeat(most - 2)), () -> nanos[0])));
        assertFalse(Legible.form(limited(form("", "a=" + "x".repeat(most - 1)), () -> nanos[0])));
        assertTrue(Legible.form(limited(form("", "a&".repeat(Fields.MOST - 1)), () -> nanos[0])));
        assertFalse(Legible.form(limited(form("", "a&".repeat(Fields.MOST)), () -> nanos[0])));
        for (String broken : List.of("a=%", "a=%4", "a=%+1", "a=%e4", "%ff=1")) {
            assertFalse(broken, Legible.form(limited(form("", broken), () -> nanos[0])));
        }
        Web latin = form("", "");
        latin.sent = "a=\u00e4".getBytes(StandardCharsets.ISO_8859_1);
        assertFalse(Legible.form(limited(latin, () -> nanos[0])));
    }
}
