// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.itests.Ledger.Write;

/**
 * One product that is written to and killed. Sessions end with the process and a one-time code works once in 30 seconds, so
 * crews take turns; a request belongs to who sent it, so it is repeated when that user's turn comes again, or at the end.
 */
final class KillCycles implements AutoCloseable {
    private static final List<List<String>> CREWS = List.of(
            List.of("se-coordinator", "se-police"),
            List.of("no-coordinator", "no-police"),
            List.of("se-health", "no-health"),
            List.of("se-coordinator", "se-prosecution"),
            List.of("no-coordinator", "no-prosecution"),
            List.of("se-child-protection", "no-child-protection"));
    private static final List<String> AGENCIES = List.of("police", "health", "prosecution", "child-protection");
    private static final int THREADS_EACH = 2;
    private static final int TARGETS = 6;
    private static final int FEWEST_WRITES = 10;
    private static final int MOST_WRITES = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Random random = new Random(20_260_101);
    private final Ledger ledger = new Ledger();
    private final Map<String, List<String>> targets = new HashMap<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Optional<Postgres> database;
    private final Path data;
    private final Hub hub;
    private final int port = Distribution.freePort();
    private final Demo demo;
    private int repeated;

    private KillCycles(String name, Optional<Postgres> database) throws Exception {
        this.database = database;
        Path home = Distribution.unpack(name);
        data = Files.createDirectories(
                home.resolveSibling(name + "-data-" + ProcessHandle.current().pid()));
        Map<String, String> environment =
                new HashMap<>(database.map(Postgres::settings).orElse(Map.of()));
        // who lives for ten seconds has no time for the second compiler
        environment.put("HUB_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        hub = new Hub(home, data, environment);
        hub.start(port, "--demo", "--demo-cases", "0");
        demo = Demo.of(data);
        for (String user : List.of("se-coordinator", "no-coordinator")) {
            makeTargets(demo.named(user));
        }
    }

    static KillCycles onH2() throws Exception {
        return new KillCycles("kill-h2", Optional.empty());
    }

    static KillCycles onPostgres() throws Exception {
        return new KillCycles("kill-postgres", Optional.of(Postgres.start()));
    }

    int acknowledged() {
        return ledger.size();
    }

    int repeated() {
        return repeated;
    }

    private void makeTargets(Demo.User coordinator) throws Exception {
        Api api = Demo.signIn(data, port, coordinator);
        for (int i = 0; i < TARGETS; i++) {
            Write write = Write.of(coordinator, "/cases", sample(coordinator));
            await("target", () -> ledger.send(api, write));
        }
        for (String id : ledger.at(coordinator.service(), "/cases")) {
            for (String name : AGENCIES) {
                Samples.join(api, id, coordinator.username().replace("coordinator", name));
            }
        }
        targets.put(
                coordinator.service(),
                ledger.at(coordinator.service(), "/cases").stream()
                        .map(id -> "/cases/" + id + "/timeline")
                        .toList());
    }

    /** The crew signs in, asks again what was never answered, looks for what was, writes, and all is killed. */
    void run(int cycle) throws Exception {
        Map<Demo.User, Api> crew = signIn(cycle);
        for (Map.Entry<Demo.User, Api> member : crew.entrySet()) {
            repeat(member.getKey(), member.getValue());
            assertNothingLost(member.getKey(), member.getValue());
        }
        int stop = ledger.size() + FEWEST_WRITES + random.nextInt(MOST_WRITES);
        List<Future<?>> writers = new ArrayList<>();
        crew.forEach((user, api) -> {
            for (int thread = 0; thread < THREADS_EACH; thread++) {
                Supplier<Write> next = writes(user, cycle, thread);
                writers.add(pool.submit(() -> writeUntilNobodyAnswers(api, next)));
            }
        });
        await("writes", () -> ledger.size() >= stop || writers.stream().allMatch(Future::isDone));
        kill(cycle);
        for (Future<?> writer : writers) {
            writer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertTrue("the writers were stopped by the kill and by nothing else", ledger.size() >= stop);
        hub.start(port);
    }

    private Map<Demo.User, Api> signIn(int cycle) throws Exception {
        Map<Demo.User, Api> crew = new HashMap<>();
        for (String name : CREWS.get(cycle % CREWS.size())) {
            Demo.User user = demo.named(name);
            crew.put(user, Demo.signIn(data, port, user));
        }
        return crew;
    }

    private Supplier<Write> writes(Demo.User user, int cycle, int thread) {
        if (user.roles().contains("coordinator")) {
            return () -> Write.of(user, "/cases", Samples.withTimeline(sample(user)));
        }
        List<String> timelines = targets.getOrDefault(user.service(), List.of());
        String timeline = timelines.get((cycle / 3 * THREADS_EACH + thread) % TARGETS);
        AtomicInteger number = new AtomicInteger();
        return () -> Write.of(user, timeline, Samples.note("contact " + number.incrementAndGet()));
    }

    private static String sample(Demo.User user) {
        return user.service().startsWith("SE") ? Samples.swedishCase(9, "") : Samples.norwegianCase(9);
    }

    private @Nullable Object writeUntilNobodyAnswers(Api api, Supplier<Write> next) throws Exception {
        while (ledger.send(api, next.get())) {
            Thread.onSpinWait();
        }
        return null;
    }

    private void kill(int cycle) throws Exception {
        ProcessHandle process = ProcessHandle.of(hub.pid()).orElseThrow();
        Optional<Postgres> too = database.filter(each -> cycle % 2 == 1);
        if (too.isPresent()) {
            too.get().kill();
            Thread.sleep(random.nextInt(200));
        }
        process.destroyForcibly();
        process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (too.isPresent()) {
            too.get().up();
        }
    }

    /** With the same key: what was done is answered again, what was not is done now. */
    private void repeat(Demo.User user, Api api) throws Exception {
        for (Write write : ledger.unanswered(user)) {
            await("repeated write", () -> ledger.send(api, write));
            repeated++;
        }
    }

    /** Coordinators see the cases that others have made, the agencies only those they were made members of. */
    private void assertNothingLost(Demo.User user, Api api) throws Exception {
        String house = user.service();
        for (String list :
                user.roles().contains("coordinator") ? lists(house) : targets.getOrDefault(house, List.of())) {
            Set<String> lost = ledger.at(house, list);
            lost.removeAll(Ledger.found(api, list));
            assertEquals("lost of " + house + list, Set.of(), lost);
        }
    }

    /** Every request is answered now: what is there is exactly what was acknowledged, and each once. */
    void settle() throws Exception {
        Map<Demo.User, Api> users = new HashMap<>();
        Set<Demo.User> wanted = new HashSet<>(ledger.waiting());
        wanted.add(demo.named("se-coordinator"));
        wanted.add(demo.named("no-coordinator"));
        for (Demo.User user : wanted) {
            users.put(user, Demo.signIn(data, port, user));
            repeat(user, users.get(user));
        }
        for (String coordinator : List.of("se-coordinator", "no-coordinator")) {
            Demo.User user = demo.named(coordinator);
            assertExactlyOnce(user.service(), Objects.requireNonNull(users.get(user)));
        }
    }

    private void assertExactlyOnce(String house, Api api) throws Exception {
        for (String list : lists(house)) {
            List<String> found = Ledger.found(api, list);
            assertEquals("listed twice", found.size(), Set.copyOf(found).size());
            assertEquals(house + list, ledger.at(house, list), new TreeSet<>(found));
        }
        Set<String> own = new HashSet<>(targets.get(house));
        for (String id : ledger.at(house, "/cases")) {
            String timeline = "/cases/" + id + "/timeline";
            if (!own.contains(timeline)) {
                assertEquals(
                        "a case comes whole", 2, Ledger.found(api, timeline).size());
            }
        }
    }

    private List<String> lists(String house) {
        List<String> lists = new ArrayList<>(List.of("/cases"));
        lists.addAll(targets.get(house));
        return lists;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    /** In the message is what a reader of a distant machine's log needs: who waited, for what, and what the product was doing. */
    private void await(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > end) {
                    throw new HttpTimeoutException("not after " + PATIENCE);
                }
                Thread.sleep(2);
            }
        } catch (HttpTimeoutException e) {
            throw new AssertionError(
                    "%s, %d written: %s; last refusal %s%n%s"
                            .formatted(
                                    what,
                                    ledger.size(),
                                    e.getMessage(),
                                    ledger.lastRefusal(),
                                    Stacks.of(hub.pid(), data.resolve("log/console.log"))),
                    e);
        }
    }

    @Override
    public void close() throws Exception {
        pool.shutdownNow();
        try {
            hub.close();
        } finally {
            if (database.isPresent()) {
                database.get().close();
            }
        }
    }
}
