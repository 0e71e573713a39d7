// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;

/** Reports of browsers: counted by directive and origin, told seldom, and whatever anybody sends, no more than that. */
public class PolicyReportsTest {
    private static final String OLD = """
            {"csp-report":{"document-uri":"https://house/case/SE-1?x=1","effective-directive":"script-src-elem",\
            "blocked-uri":"https://evil.example:8080/steal.js?child=Lisa","script-sample":"secret"}}""";
    private static final String NEW = """
            [{"type":"csp-violation","url":"https://house/case/SE-1","body":{"effectiveDirective":"connect-src",\
            "blockedURL":"wss://evil.example/x"}},{"type":"csp-violation","body":{"effectiveDirective":"script-src-elem",\
            "blockedURL":"inline"}},{"type":"deprecation","body":{"id":"x"}}]""";

    private final List<AuditEntry> trail = new ArrayList<>();
    private boolean gone;
    private long nanos;
    private final PolicyReports reports = new PolicyReports(
            (SiteStore) Proxy.newProxyInstance(
                    SiteStore.class.getClassLoader(), new Class<?>[] {SiteStore.class}, (proxy, method, arguments) -> {
                        if (gone) {
                            throw new StoreUnavailableException("gone", new IllegalStateException());
                        }
                        trail.add((AuditEntry) arguments[0]);
                        return null;
                    }),
            new TimeSource() {
                @Override
                public Instant now() {
                    return Instant.parse("2026-03-12T11:00:00Z");
                }

                @Override
                public long nanos() {
                    return nanos;
                }
            });
    private final PolicyReportServlet servlet = new PolicyReportServlet(reports);

    private int send(String type, String body) throws IOException, ServletException {
        return send("192.0.2.1", type, body);
    }

    private int send(String from, String type, String body) throws IOException, ServletException {
        Web web = new Web("POST", PolicyReportServlet.PATH);
        web.remote = from;
        web.type = type;
        web.sent = body.getBytes(StandardCharsets.UTF_8);
        servlet.service(web.request(), web.response());
        return web.status;
    }

    private List<String> told() {
        reports.tell();
        return trail.stream().map(AuditEntry::detail).toList();
    }

    @Test
    public void bothFormsAreCountedAndNothingElseIsKept() throws IOException, ServletException {
        assertEquals(204, send("application/csp-report", OLD));
        assertEquals(204, send("application/csp-report; charset=utf-8", OLD));
        assertEquals(204, send("application/reports+json", NEW));
        assertEquals(
                List.of("script-src-elem https://evil.example:8080 2, connect-src wss://evil.example 1,"
                        + " script-src-elem inline 1"),
                told());
        AuditEntry entry = trail.getFirst();
        assertEquals(Optional.empty(), entry.user());
        assertEquals("page-policy", entry.objectType());
        assertEquals(AuditEntry.Result.DENIED, entry.result());
    }

    @Test
    public void whatSomebodyForgesIsNotRepeated() throws IOException, ServletException {
        for (String blocked : List.of(
                "https://a\\nb/",
                "https://user:word@evil.example/",
                "javascript:alert(1)",
                "https://\\u202e/",
                "",
                "x y",
                "https://" + "a".repeat(300) + "/",
                "https:\\\\\\\\c",
                "https://[::1")) {
            send(
                    "application/csp-report",
                    "{\"csp-report\":{\"violated-directive\":\"<b>\\n\",\"blocked-uri\":\"" + blocked + "\"}}");
        }
        String line = told().getFirst();
        assertTrue(line, line.matches("other other [0-9]+(, other https://(evil\\.example|c) 1)*"));
    }

    @Test
    public void whatExtensionsOfABrowserDoIsNoAffairOfThePage() throws IOException, ServletException {
        for (String scheme : List.of("chrome-extension", "moz-extension", "safari-web-extension://abc/x.js")) {
            assertEquals(
                    204,
                    send(
                            "application/csp-report",
                            OLD.replace("https://evil.example:8080/steal.js", scheme)
                                    .replace("?child=Lisa", "")));
        }
        assertEquals(List.of(), told());
    }

    @Test
    public void whatIsNoReportOrTooMuchIsRefused() throws IOException, ServletException {
        assertEquals(415, send("application/json", OLD));
        assertEquals(415, send("text/plain", OLD));
        assertEquals(400, send("application/csp-report", "{}"));
        assertEquals(400, send("application/csp-report", "{\"csp-report\":"));
        assertEquals(400, send("application/reports+json", "[".repeat(20_000)));
        assertEquals(413, send("application/csp-report", OLD + " ".repeat(PolicyReportServlet.MOST)));
        assertEquals(List.of(), told());
    }

    @Test
    public void oneSourceIsSlowedDownAndOthersAreNot() throws IOException, ServletException {
        int last = 204;
        for (int i = 0; i < 200 && last == 204; i++) {
            last = send("application/csp-report", OLD);
        }
        assertEquals(429, last);
        assertEquals(204, send("192.0.2.2", "application/csp-report", OLD));
    }

    @Test
    public void howeverManyAreSentOneLineAnHourIsWritten() {
        for (int i = 0; i < 5_000; i++) {
            String report = OLD.replace("evil", "evil" + i % 700);
            assertTrue(reports.take(report.getBytes(StandardCharsets.UTF_8)));
        }
        assertEquals(1, told().size());
        assertTrue(trail.getFirst().detail().length() < 1_000);
        assertTrue(trail.getFirst().detail().startsWith("other other 48"));
        reports.take(OLD.getBytes(StandardCharsets.UTF_8));
        nanos += Duration.ofMinutes(59).toNanos();
        assertEquals(1, told().size());
        nanos += Duration.ofMinutes(1).toNanos();
        assertEquals("script-src-elem https://evil.example:8080 1", told().getLast());
        nanos += Duration.ofHours(2).toNanos();
        assertEquals("nothing new", 2, told().size());
    }

    @Test
    public void whatCouldNotBeToldIsToldLater() {
        gone = true;
        reports.take(OLD.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), told());
        gone = false;
        assertEquals(1, told().size());
    }

    @Test
    public void everyPolicyNamesThePlaceOnceAndOtherHeadersStay() {
        Web web = new Web("GET", "/");
        ReportingResponse response = new ReportingResponse(web.response());
        response.setHeader("content-security-policy", "default-src 'none'");
        assertEquals("default-src 'none'; report-uri /csp-report; report-to csp", web.said("content-security-policy"));
        response.setHeader("Content-Security-Policy", web.said("content-security-policy"));
        assertEquals(web.said("content-security-policy"), web.said("Content-Security-Policy"));
        response.setHeader("Cache-Control", "no-store");
        assertEquals("no-store", web.said("Cache-Control"));
        assertFalse(ReportingResponse.ENDPOINT.contains("://"));
    }
}
