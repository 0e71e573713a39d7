// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Pools, limits and times are what the page for operators says they are (OWASP ASVS 5.0 V13.1.2, V13.2.6): for each, the words
 * of the page and the line of the code. Whoever changes one is led to the other.
 */
public class LimitsTest {
    /** What the page says, where the code is, and what it says there. */
    private record Limit(String page, String type, String code) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit("(`pool.size`) | 8 |", "StoreConfig", "int pool_size() default 8;"),
            new Limit("| connections beside them | 4, and 1 for syncing |", "Pools", "BESIDE = 4;"),
            new Limit("4, and 1 for syncing", "Pools", "patient(dialect.dataSource(false), pulse), 1,"),
            new Limit("waits 2 s (`connect.seconds`)", "StoreConfig", "int connect_seconds() default 2;"),
            new Limit("one statement (`statement.seconds`) | 5 s", "StoreConfig", "int statement_seconds() default 5;"),
            new Limit("(`write.seconds`) | 10 s", "StoreConfig", "int write_seconds() default 10;"),
            new Limit("does not answer for\n1.5 seconds", "Pulse", "QUIET = Duration.ofMillis(1_500);"),
            new Limit("written within 0.1 s", "AuditQueue", "LINGER_MILLIS = 100;"),
            new Limit("reads are refused after 8 s", "AuditQueue", "PATIENCE_MILLIS = 8_000;"),
            new Limit("10,000 wait at most", "OpenStore", "AUDIT_CAPACITY = 10_000;"),
            new Limit("(outbox) | 200 at a time", "OutboxPublisher", "BATCH = 200;"),
            new Limit("tried again every second", "OutboxPublisher", "RETRY_MILLIS = 1_000;"),
            new Limit("8 at a time, the next wait 1 s", "Fetch", "AT_ONCE = 8;"),
            new Limit("8 at a time, the next wait 1 s", "Fetch", "TURN_MILLIS = 1_000;"),
            new Limit("5 s to connect, 15 s for an answer", "SyslogTls", "CONNECT_MILLIS = 5_000;"),
            new Limit("5 s to connect, 15 s for an answer", "SyslogTls", "ANSWER_MILLIS = 15_000;"),
            new Limit("60 s for a batch", "Sinks", "LONGEST = Duration.ofSeconds(60);"),
            new Limit("the batch is sent again after 5 s", "Sinks", "PAUSE = Duration.ofSeconds(5);"),
            new Limit("alert after 30 minutes (`late.minutes`)", "SinkConfig", "int late_minutes() default 30;"),
            new Limit("one command at a time", "AdminSocket", "newSingleThreadExecutor"),
            new Limit("person 10 a second, 600", "RatesConfig", "int person_second() default 10;"),
            new Limit("person 10 a second, 600", "RatesConfig", "int person_burst() default 600;"),
            new Limit("in it | 2,000 things a request", "Clicks", "MOST = 2_000;"),
            new Limit("five messages on a page", "Notices", "MOST = 5;"),
            new Limit("20 of a session at once", "LogBudget", "BURST = 20;"),
            new Limit("then 2 a minute; the rest", "LogBudget", "A_SECOND = 2.0 / 60;"),
            new Limit("60 a minute, 120 at once", "PaceConfig", "int writes_minute() default 60;"),
            new Limit("60 a minute, 120 at once", "PaceConfig", "int writes_burst() default 120;"),
            new Limit("| 20 different ones an hour", "AuditConfig", "int questions_an_hour() default 20;"),
            new Limit("further on | 60: more", "PaceConfig", "int reading_questions() default 60;"),
            new Limit("fewer than 5 are not told", "SmallNumbers", "FEW = 5;"),
            new Limit("8 of a house in line for 3 s", "HeavyTurns", "PATIENCE = Duration.ofSeconds(3);"),
            new Limit("8 of a house in line for 3 s", "PaceConfig", "int heavy_in_line() default 8;"),
            new Limit("session 100 and 5,000", "RatesConfig", "int address_second() default 100;"),
            new Limit("session 100 and 5,000", "RatesConfig", "int address_burst() default 5_000;"),
            new Limit("house 24 at a time", "RatesConfig", "int house_at_once() default 24;"),
            new Limit("48 in line for 5 s", "RatesConfig", "int house_in_line() default 48;"),
            new Limit("48 in line for 5 s", "Rates", "IN_LINE_SECONDS = 5;"),
            new Limit("40 in line for 8 s", "PasswordHasher", "MOST_WAITING = 40;"),
            new Limit("40 in line for 8 s", "PasswordHasher", "WAIT_SECONDS = 8;"),
            new Limit("body of a request | 1 MB; an import 20 MB", "FrontDoor", "MOST = 1024L * 1024;"),
            new Limit("an import 20 MB", "FrontDoor", "MOST_IMPORTED = 20 * MOST;"),
            new Limit("20 s of disk every hour", "OpenStore", "TIDY_EVERY = Duration.ofHours(1);"),
            new Limit("20 s of disk every hour", "OpenStore", "TIDYING = Duration.ofSeconds(20);"),
            new Limit("(Idempotency-Key) | 24 hours", "OpenStore", "REQUESTS_KEPT = Duration.ofHours(24);"));

    @Test
    public void thePageAndTheCodeSayTheSame() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/deployer/limits.md"));
        List<String> wrong = new ArrayList<>();
        for (Limit limit : LIMITS) {
            if (!page.contains(limit.page())) {
                wrong.add("the page does not say: " + limit.page());
            }
            if (!code(limit.type()).contains(limit.code())) {
                wrong.add(limit.type() + " does not say: " + limit.code() + "; the page: " + limit.page());
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** A pool or queue that nobody has written down: each class that makes a pool of connections or a bounded line is named above. */
    @Test
    public void everyPoolOfConnectionsIsOnThePage() throws IOException {
        List<String> makers = sources()
                .filter(file ->
                        text(file).contains("setMaximumPoolSize(") || text(file).contains("new Semaphore("))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .sorted()
                .toList();
        List<String> named = LIMITS.stream().map(Limit::type).toList();
        assertTrue(makers.toString(), makers.size() >= 2);
        assertEquals(
                List.of(), makers.stream().filter(type -> !named.contains(type)).toList());
    }

    private static String code(String type) throws IOException {
        return sources()
                .filter(file -> file.getFileName().toString().equals(type + ".java"))
                .map(LimitsTest::text)
                .findFirst()
                .orElse("");
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.root().resolve("bundles"))) {
            return files
                    .filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java"))
                    .toList()
                    .stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
