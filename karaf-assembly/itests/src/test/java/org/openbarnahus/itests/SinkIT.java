// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.itests.Api.Answer;
import org.openbarnahus.sdk.testkit.tls.Identity;
import org.openbarnahus.sdk.testkit.tls.SyslogReceiver;
import tools.jackson.databind.JsonNode;

/** The shipped product sends its trail away; the receiver goes and comes back while people work. */
public class SinkIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long QUICK_NANOS = Duration.ofSeconds(3).toNanos();
    private static final String NOTE = "The child likes horses and cycling";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> messages = new CopyOnWriteArrayList<>();

    private Path elsewhere() {
        return folder.getRoot().toPath().resolve("elsewhere");
    }

    @Test
    public void everythingArrivesAlsoWhatWasWrittenWhileNobodyListened() throws Exception {
        Identity identity = Identity.make(folder.getRoot().toPath(), "receiver", "localhost");
        Files.createDirectory(elsewhere());
        SyslogReceiver receiver = new SyslogReceiver(identity.context(), 0, false, messages);
        int port = receiver.port;
        try (DemoProduct product = DemoProduct.start("sink", settings(identity, port), 0)) {
            Api coordinator = product.as("coordinator", "SE-DEMO");
            String first = written(coordinator);
            until("the case has arrived", SOON, () -> arrived("entries", first));
            until("the log has arrived", SOON, () -> arrived("log", "\"level\":\"INFO\""));
            until("a checkpoint has arrived", SOON, () -> arrived("checkpoints", "\"sig\":"));
            assertTrue(product.hub(0, "admin", "doctor").contains("ok    copies to syslog: has everything"));
            receiver.close();
            String second = written(coordinator);
            until(
                    "it is seen",
                    SOON,
                    () -> product.hub(3, "admin", "doctor").contains("WRONG copies to syslog: behind"));
            Api manager = product.as("manager", "SE-DEMO");
            until("the house is told", PATIENCE, () -> told(manager.get("/alerts")));
            assertTrue(told(product.as("dpo", "NO-DEMO").get("/alerts")));
            String third = written(coordinator);
            assertFalse(arrived("entries", second) || arrived("entries", third));
            receiver = new SyslogReceiver(identity.context(), port, false, messages);
            until(
                    "what was written meanwhile arrives",
                    SOON,
                    () -> arrived("entries", second) && arrived("entries", third));
            until("and it is said", SOON, () -> arrived("entries", "\"detail\":\"caught-up\""));
            assertComplete(product);
            assertTrue("what a case holds stays here", messages.stream().noneMatch(m -> m.contains("horses")));
        } finally {
            receiver.close();
        }
    }

    private Map<String, String> settings(Identity identity, int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("HUB_AUDIT__CHECKPOINT_SECONDS", "10");
        settings.put("HUB_AUDIT_SINK__SYSLOG_HOST", "localhost");
        settings.put("HUB_AUDIT_SINK__SYSLOG_PORT", Integer.toString(port));
        settings.put("HUB_AUDIT_SINK__SYSLOG_CA_FILE", identity.certificate().toString());
        settings.put("HUB_AUDIT_SINK__DIRECTORY", elsewhere().toString());
        settings.put("HUB_AUDIT_SINK__ENTRIES", "all");
        settings.put("HUB_AUDIT_SINK__LATE_MINUTES", "1");
        return settings;
    }

    /** A case with a note; saved as fast as ever. */
    private static String written(Api coordinator) throws Exception {
        long start = System.nanoTime();
        Answer created = coordinator.post("/cases", Samples.swedishCase(8, ""));
        assertEquals(created.body().toString(), 201, created.status());
        Answer noted = coordinator.post("/cases/" + Samples.id(created) + "/timeline", Samples.note(NOTE));
        assertEquals(noted.body().toString(), 201, noted.status());
        long took = System.nanoTime() - start;
        assertTrue("saved in " + took, took < 2 * QUICK_NANOS);
        return Samples.id(created);
    }

    private boolean arrived(String kind, String words) {
        return messages.stream().anyMatch(m -> m.contains(" openbarnahus - " + kind + " - ") && m.contains(words));
    }

    private static boolean told(Answer alerts) {
        return StreamSupport.stream(alerts.body().path("alerts").spliterator(), false)
                .anyMatch(alert -> alert.path("rule").asString("").equals("sink_late"));
    }

    /** Both copies are what the verifier of auditors wants, down to the last entry that a checkpoint vouches for. */
    private void assertComplete(DemoProduct product) throws Exception {
        List<Path> dump = product.dumped();
        int signed = Files.readAllLines(dump.get(1)).size();
        until(
                "every checkpoint has arrived",
                SOON,
                () -> received("checkpoints").size() >= signed);
        until(
                "by file too",
                SOON,
                () -> Files.readAllLines(elsewhere().resolve("checkpoints.jsonl"))
                                .size()
                        >= signed);
        Path entries = Files.write(folder.newFile().toPath(), received("entries"));
        Path checkpoints = Files.write(folder.newFile().toPath(), received("checkpoints"));
        assertInOrder(received("entries"));
        verify(product, entries, checkpoints, dump.get(2));
        verify(product, elsewhere().resolve("entries.jsonl"), elsewhere().resolve("checkpoints.jsonl"), dump.get(2));
    }

    private static void verify(DemoProduct product, Path entries, Path checkpoints, Path key) throws Exception {
        String said = product.verify(0, entries, checkpoints, key);
        assertTrue(said, said.startsWith("VALID"));
    }

    /** Each once: at least once is promised, and a receiver knows them by chain and number. */
    private List<String> received(String kind) {
        String mark = " openbarnahus - " + kind + " - ";
        List<String> all = new ArrayList<>();
        for (String message : messages) {
            int at = message.indexOf(mark);
            if (at >= 0) {
                all.add(message.substring(at + mark.length()));
            }
        }
        return List.copyOf(new LinkedHashSet<>(all));
    }

    private static void assertInOrder(List<String> entries) throws Exception {
        Map<String, Long> newest = new HashMap<>();
        for (String line : entries) {
            JsonNode entry = Api.JSON.readTree(line);
            long seq = entry.path("seq").longValue();
            String chain = entry.path("chain").stringValue();
            assertEquals(line, newest.getOrDefault(chain, 0L) + 1, seq);
            newest.put(chain, seq);
        }
        assertTrue(newest.toString(), newest.size() >= 3);
    }

    private static void until(String what, Duration patience, Callable<Boolean> wanted) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        boolean is = false;
        while (!is && System.nanoTime() < end) {
            try {
                is = wanted.call();
            } catch (AssertionError e) {
                is = false; // an exit code that is not there yet
            }
            Thread.sleep(is ? 0 : 500);
        }
        assertTrue(what, is);
    }
}
