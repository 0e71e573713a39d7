// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.Rounds;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.engine.audit.internal.Entries;
import org.openbarnahus.engine.audit.internal.MemoryTrail;
import org.openbarnahus.sdk.testkit.Partial;
import org.openbarnahus.sdk.testkit.tls.SyslogReceiver;

/** What is configured, and that nothing goes anywhere before. */
public class SinksTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final MemoryTrail trail = new MemoryTrail();
    private final Map<String, Runnable> rounds = new HashMap<>();
    private final List<String> closed = new ArrayList<>();
    private Settings settings;
    private @Nullable String before;

    /** Called by the proxy of the configuration. */
    public static final class Settings {
        private String host = "";
        private int port = 6514;
        private String authorities = "";
        private String directory = "";
        private String entries = "security";
        private boolean log = true;

        public String syslog_host() {
            return host;
        }

        public int syslog_port() {
            return port;
        }

        public String syslog_ca_file() {
            return authorities;
        }

        public String syslog_client_file() {
            return "";
        }

        public String syslog_client_password_file() {
            return "";
        }

        public String directory() {
            return directory;
        }

        public String entries() {
            return entries;
        }

        public boolean log() {
            return log;
        }

        public int late_minutes() {
            return 30;
        }
    }

    @Before
    public void place() throws IOException {
        settings = new Settings();
        before = System.getProperty("openbarnahus.data");
        System.setProperty("openbarnahus.data", folder.getRoot().toString());
        Files.createDirectories(folder.getRoot().toPath().resolve("audit"));
        Files.writeString(folder.getRoot().toPath().resolve("audit/checkpoints.jsonl"), "{\"n\":1}\n");
        Files.createDirectories(folder.getRoot().toPath().resolve("log"));
        Files.writeString(folder.getRoot().toPath().resolve("log/openbarnahus.log"), "{\"level\":\"INFO\"}\n");
        trail.add(Entries.of(Instant.EPOCH, Entries.ANNA, Action.READ, "case", "c", Result.DONE));
        trail.add(Entries.of(Instant.EPOCH, Entries.ANNA, Action.READ, "case", "c", Result.DENIED));
    }

    @After
    public void back() {
        if (before == null) {
            System.clearProperty("openbarnahus.data");
        } else {
            System.setProperty("openbarnahus.data", before);
        }
    }

    /** Called by the store's proxy. */
    public void audit(AuditEntry entry) {
        trail.add(entry);
    }

    private AuditEntry lastOfTheSite() {
        return trail.chain(AuditStore.SITE).getLast().entry();
    }

    private Sinks sinks() throws IOException {
        Rounds clock = (String name, Duration first, Duration pause, Runnable work) -> {
            rounds.put(name, work);
            return () -> closed.add(name);
        };
        return new Sinks(
                trail,
                Partial.of(SiteStore.class, this),
                () -> Instant.EPOCH,
                clock,
                Partial.of(SinkConfig.class, settings));
    }

    @Test
    public void nothingGoesAnywhereUntilItIsConfigured() throws IOException {
        assertEquals(List.of(), sinks().copies());
        assertEquals(Map.of(), rounds);
    }

    @Test
    public void whatIsWantedArrivesInTheDirectory() throws IOException {
        Path elsewhere = folder.newFolder("elsewhere").toPath();
        settings.directory = " " + elsewhere + " ";
        Sinks sinks = sinks();
        assertEquals("has not begun yet", sinks.copies().getFirst().words());
        Objects.requireNonNull(rounds.get("sink-directory")).run();
        assertEquals(
                "the denial, and that data leave",
                2,
                Files.readAllLines(elsewhere.resolve("entries.jsonl")).size());
        assertEquals(List.of("{\"n\":1}"), Files.readAllLines(elsewhere.resolve("checkpoints.jsonl")));
        assertEquals(List.of("{\"level\":\"INFO\"}"), Files.readAllLines(elsewhere.resolve("log.jsonl")));
        assertEquals(true, sinks.copies().getFirst().well());
        assertEquals("began " + elsewhere, lastOfTheSite().detail());
        sinks.stop();
        assertEquals(List.of("sink-directory", "sink-directory-watch"), closed);
    }

    @Test
    public void checkpointsAloneGoWhereNothingElseIsWanted() throws IOException {
        Path elsewhere = folder.newFolder("elsewhere").toPath();
        settings.directory = elsewhere.toString();
        settings.entries = "none";
        settings.log = false;
        sinks();
        Objects.requireNonNull(rounds.get("sink-directory")).run();
        try (var files = Files.list(elsewhere)) {
            assertEquals(List.of(elsewhere.resolve("checkpoints.jsonl")), files.toList());
        }
    }

    @Test
    public void bothPlacesHaveACourierOfTheirOwn() throws IOException {
        settings.host = "logs.example.org";
        settings.directory = folder.newFolder("elsewhere").toString();
        assertEquals(
                List.of("syslog", "directory"),
                sinks().copies().stream().map(copy -> copy.name()).toList());
    }

    /** The batch is on its way while somebody changes the settings. */
    @Test(timeout = 60_000)
    public void aChangeOfSettingsSendsNothingTwice() throws Exception {
        TlsFiles self = Party.of(folder.getRoot().toPath(), "receiver", "localhost");
        try (SyslogReceiver receiver = new SyslogReceiver(self.context(), 0, false)) {
            settings.host = "localhost";
            settings.port = receiver.port;
            settings.authorities = self.authorities();
            settings.log = false;
            settings.entries = "none";
            receiver.manners = SyslogReceiver.Manners.WAITS;
            Sinks before = sinks();
            Thread round = Thread.ofPlatform().start(Objects.requireNonNull(rounds.get("sink-syslog")));
            receiver.read.acquire();
            assertEquals("began localhost:" + settings.port, lastOfTheSite().detail());
            Thread change = Thread.ofPlatform().start(before::stop);
            while (change.isAlive() && change.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(5);
            }
            assertEquals("its thread is not ended while it sends", List.of(), closed);
            receiver.manners = SyslogReceiver.Manners.PROPER;
            receiver.leave.release();
            change.join();
            sinks();
            round.join();
            Objects.requireNonNull(rounds.get("sink-syslog")).run();
            assertEquals(receiver.messages.toString(), 1, receiver.messages.size());
            Files.writeString(
                    folder.getRoot().toPath().resolve("audit/checkpoints.jsonl"),
                    "{\"n\":2}\n",
                    StandardOpenOption.APPEND);
            Objects.requireNonNull(rounds.get("sink-syslog")).run();
            assertEquals(2, receiver.messages.size());
        }
    }

    @Test
    public void aWordThatMeansNothingIsNoSetting() {
        settings.directory = folder.getRoot().toString();
        settings.entries = "some";
        assertThrows(IllegalArgumentException.class, this::sinks);
    }
}
