// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.openbarnahus.auth.web.BodyTooLargeException;
import org.openbarnahus.core.service.store.AnswerBy;
import org.openbarnahus.core.service.store.CallerAddress;

public class FrontDoorTest {
    private final FrontDoor door =
            new FrontDoor(() -> this.ready, new Proxies("198.51.100.7", "X-Forwarded-For"), new RefusalCounter());
    private boolean ready = true;
    private boolean passed;
    private long read;
    private String caller = "";
    private String asked = "";
    private boolean awaited;

    private Web send(Web web) throws IOException, ServletException {
        passed = false;
        door.doFilter(web.request(), web.response(), (request, response) -> {
            passed = true;
            caller = request.getRemoteAddr();
            asked = CallerAddress.now();
            awaited = AnswerBy.nanos().isPresent();
            read = request.getInputStream().readAllBytes().length;
        });
        return web;
    }

    @Test
    public void everyAnswerCarriesTheHeaders() throws IOException, ServletException {
        for (Web web : List.of(send(new Web("GET", "/")), send(new Web("TRACE", "/")), send(new Web("GET", "//x")))) {
            assertEquals("max-age=63072000; includeSubDomains", web.said("Strict-Transport-Security"));
            assertEquals("nosniff", web.said("X-Content-Type-Options"));
            assertEquals("no-referrer", web.said("Referrer-Policy"));
            assertEquals("same-origin", web.said("Cross-Origin-Opener-Policy"));
            assertEquals("same-origin", web.said("Cross-Origin-Resource-Policy"));
            assertEquals("no-store", web.said("Cache-Control"));
            assertTrue(web.said("Permissions-Policy").contains("camera=()"));
            assertTrue(web.said("Content-Security-Policy").startsWith("default-src 'none'"));
            assertTrue(web.said("Content-Security-Policy").contains("frame-ancestors 'none'"));
            assertTrue(web.said("Content-Security-Policy").endsWith("; report-uri /csp-report; report-to csp"));
            assertEquals("csp=\"/csp-report\"", web.said("Reporting-Endpoints"));
        }
    }

    @Test
    public void everythingBehindTheDoorSeesWhomAProxySpeaksForAndNobodyElsesWord()
            throws IOException, ServletException {
        Web web = new Web("GET", "/").header("X-Forwarded-For", "203.0.113.9");
        send(web);
        assertEquals("192.0.2.1", caller);
        web.remote = "198.51.100.7";
        send(web);
        assertEquals("203.0.113.9", caller);
        assertEquals("and so does the trail", "203.0.113.9", asked);
        assertEquals("until it is answered", "", CallerAddress.now());
    }

    @Test
    public void onlyUsualMethodsAndPlainPathsPass() throws IOException, ServletException {
        for (String method : List.of("TRACE", "CONNECT", "OPTIONS", "PROPFIND", "get")) {
            assertEquals(405, send(new Web(method, "/")).status);
            assertFalse(passed);
        }
        assertEquals(400, send(new Web("GET", "/child/..;/api")).status);
        assertFalse(passed);
        send(new Web("PATCH", "/api/v1/cases/1"));
        assertTrue(passed);
    }

    @Test
    public void whereAnOpenPageWaitsForNewsNobodyClicks() throws IOException, ServletException {
        for (String method : List.of("POST", "PUT", "GET")) {
            Web web = new Web(method, "/VAADIN/push");
            web.sent = new byte[1];
            assertEquals(413, send(web).status);
            assertEquals(0, read);
        }
        assertEquals("a page that is left says so", 200, send(new Web("POST", "/VAADIN/push")).status);
        assertTrue(passed);
    }

    @Test
    public void whatCannotBeReadIsRefusedAtTheDoor() throws IOException, ServletException {
        for (String query : List.of("x=%zz", "x=%", "x=%4", "lang=%c3", "x=%ff%fe", "%e4=1")) {
            Web web = new Web("GET", "/api/v1/health");
            web.query = query;
            assertEquals(query, 400, send(web).status);
            assertFalse(query, passed);
            assertTrue(web.text(), web.text().contains("\"MALFORMED\""));
        }
        for (String query : List.of("", "to=%2Fcases%2F1&x=a+b", "q=%C3%A5", "q=\u00e5%41", "a=1%20")) {
            Web web = new Web("GET", "/sign-in");
            web.query = query;
            send(web);
            assertTrue(query, passed);
        }
        for (String charset : List.of("nope", "x y", "")) {
            Web web = new Web("POST", "/api/v1/session");
            web.charset = charset;
            assertEquals(charset, 400, send(web).status);
        }
        Web latin = new Web("POST", "/api/v1/session");
        latin.charset = "ISO-8859-1";
        send(latin);
        assertTrue(passed);
    }

    @Test
    public void overHttp2NoFieldOfAConnectionPasses() throws IOException, ServletException {
        for (String name :
                List.of("Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade", "TE")) {
            Web web = new Web("GET", "/api/v1/health").header(name, "chunked");
            send(web);
            assertTrue(name + " is well over HTTP/1", passed);
            web.protocol = "HTTP/2.0";
            assertEquals(name, 400, send(web).status);
            assertFalse(name, passed);
        }
        Web trailers = new Web("GET", "/api/v1/health").header("TE", "trailers");
        trailers.protocol = "HTTP/2.0";
        send(trailers);
        assertTrue(passed);
    }

    @Test
    public void aFormThatCannotBeReadIsTheSendersFailure() throws IOException, ServletException {
        Web web = new Web("POST", "/sign-in").header("Content-Type", "Application/x-www-form-urlencoded;charset=utf-8");
        web.sent = "code=%zz".getBytes(StandardCharsets.US_ASCII);
        assertEquals(400, send(web).status);
        assertFalse(passed);
        web.sent = "code=%41".getBytes(StandardCharsets.US_ASCII);
        send(web);
        assertTrue(passed);
        Web json = new Web("POST", "/api/v1/session").header("Content-Type", "application/json");
        json.sent = "%zz".getBytes(StandardCharsets.US_ASCII);
        send(json);
        assertTrue("nobody asks what is no form", passed);
    }

    @Test
    public void whoeverAsksIsWaitingAndNobodyElseIs() throws IOException, ServletException {
        send(new Web("POST", "/api/v1/cases"));
        assertTrue(awaited);
        assertTrue(AnswerBy.nanos().isEmpty());
        send(new Web("POST", "/api/v1/imports"));
        assertFalse("a file takes the time it needs", awaited);
        assertThrows(
                IllegalStateException.class,
                () -> door.doFilter(new Web("GET", "/").request(), new Web("GET", "/").response(), (q, a) -> {
                    throw new IllegalStateException();
                }));
        assertTrue(AnswerBy.nanos().isEmpty());
    }

    @Test
    public void aStatedLengthOverTheLimitIsRefused() throws IOException, ServletException {
        Web web = new Web("POST", "/api/v1/cases");
        web.length = FrontDoor.MOST + 1;
        assertEquals(413, send(web).status);
        assertFalse(passed);
        assertTrue(
                web.text(),
                web.text().contains("\"BODY_TOO_LARGE\"") && web.text().contains("1048576"));
        Web files = new Web("POST", "/api/v1/imports");
        files.length = FrontDoor.MOST_IMPORTED;
        send(files);
        assertTrue(passed);
        files.length++;
        assertEquals(413, send(files).status);
        Web similar = new Web("POST", "/api/v1/importsx");
        similar.length = FrontDoor.MOST + 1;
        assertEquals(413, send(similar).status);
    }

    @Test
    public void whatIsTooLargeIsTakenOffTheWireAndForgotten() throws IOException, ServletException {
        Web web = new Web("POST", "/api/v1/cases");
        web.sent = new byte[(int) FrontDoor.MOST + 7];
        web.length = web.sent.length;
        assertEquals(413, send(web).status);
        assertEquals(web.length, web.taken);
        web.sent = new byte[(int) FrontDoor.MOST_FORGOTTEN + 100_000];
        web.length = web.sent.length;
        web.taken = 0;
        assertEquals(413, send(web).status);
        assertEquals(FrontDoor.MOST_FORGOTTEN, web.taken);
    }

    @Test
    public void anUnstatedLengthIsReadUpToTheLimit() throws IOException, ServletException {
        Web web = new Web("POST", "/api/v1/cases");
        web.sent = new byte[(int) FrontDoor.MOST];
        assertEquals(200, send(web).status);
        assertEquals(FrontDoor.MOST, read);
        web.sent = new byte[(int) FrontDoor.MOST + 1];
        assertEquals(413, send(web).status);
        LimitedRequest direct = new LimitedRequest(web.request(), 10, "192.0.2.1");
        assertThrows(BodyTooLargeException.class, () -> direct.getReader().readLine());
    }

    @Test
    public void oneNetworkHoldsFewThreadsWithWhatItSends() throws Exception {
        CountDownLatch held = new CountDownLatch(Senders.MOST);
        CountDownLatch go = new CountDownLatch(1);
        FrontDoor busy = new FrontDoor(() -> true, new Proxies("", ""), new RefusalCounter());
        List<Thread> slow = new ArrayList<>();
        for (int i = 0; i < Senders.MOST; i++) {
            Web web = new Web("POST", "/api/v1/session");
            slow.add(Thread.ofPlatform().start(() -> {
                try {
                    busy.doFilter(web.request(), web.response(), (q, a) -> {
                        held.countDown();
                        try {
                            go.await(60, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                } catch (IOException | ServletException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        held.await(60, TimeUnit.SECONDS);
        Web more = sent(busy, new Web("POST", "/sign-in"));
        assertEquals(503, more.status);
        assertEquals("2", more.said("Retry-After"));
        assertEquals("nothing of it is read", 0, more.taken);
        Web chunked = new Web("GET", "/sign-in").header("Transfer-Encoding", "chunked");
        assertEquals("whatever it calls itself", 503, sent(busy, chunked).status);
        assertEquals("who sends nothing is let in", 200, sent(busy, new Web("GET", "/sign-in")).status);
        Web other = new Web("POST", "/sign-in");
        other.remote = "192.0.2.77";
        assertEquals("and so is everybody else", 200, sent(busy, other).status);
        go.countDown();
        for (Thread each : slow) {
            each.join(60_000);
        }
        assertEquals("places come back", 200, sent(busy, new Web("POST", "/sign-in")).status);
    }

    private static Web sent(FrontDoor door, Web web) throws IOException, ServletException {
        door.doFilter(web.request(), web.response(), (request, response) -> {});
        return web;
    }

    @Test
    public void untilEverythingIsThereAPageComesAgainByItself() throws IOException, ServletException {
        ready = false;
        Web page = send(new Web("GET", "/setup").header("Accept", "text/html,*/*"));
        assertFalse(passed);
        assertEquals(503, page.status);
        assertEquals("2", page.said("Refresh"));
        assertTrue(page.text(), page.text().contains("OpenBarnahus is starting"));
        Web program = send(new Web("POST", "/api/v1/session"));
        assertFalse(passed);
        assertEquals(503, program.status);
        assertEquals("2", program.said("Retry-After"));
        assertEquals("", program.said("Refresh"));
        assertTrue(program.text(), program.text().contains("\"BUSY\""));
        send(new Web("GET", PublicPaths.STYLE));
        assertTrue("the page's own style", passed);
        ready = true;
        send(new Web("GET", "/setup"));
        assertTrue(passed);
    }
}
