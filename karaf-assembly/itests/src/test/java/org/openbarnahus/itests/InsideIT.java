// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.LoggerFactory;

/** Everything the distribution holds resolves and runs. */
@RunWith(PaxExam.class)
public class InsideIT {
    private static final List<String> FORBIDDEN = List.of(
            "shell", "ssh", "management", "instance", "deployer", "kar", "jdbc.core", "webconsole", "diagnostic");

    /** The countries come after the start. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] configuration() {
        return new Option[] {Distribution.options()};
    }

    @Test
    public void everyBundleRuns() {
        assertEquals(List.of(), new Unsatisfied(context).bundles());
    }

    @Test
    public void noComponentOfOursWaits() throws Exception {
        Unsatisfied unsatisfied = new Unsatisfied(context);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!unsatisfied.components().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertEquals(List.of(), unsatisfied.components());
    }

    @Test
    public void everyOptionalFeatureResolves() throws Exception {
        for (Feature feature : features().listFeatures()) {
            if (feature.getName().startsWith("openbarnahus")) {
                resolve(feature.getId());
            }
        }
    }

    /** Karaf ends the service and starts another when its configuration is told to it, which may be while this test begins. */
    private void resolve(String feature) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                features().installFeatures(Set.of(feature), EnumSet.of(FeaturesService.Option.Simulate));
                return;
            } catch (RejectedExecutionException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private FeaturesService features() throws InterruptedException {
        ServiceTracker<FeaturesService, FeaturesService> tracker =
                new ServiceTracker<>(context, FeaturesService.class, null);
        tracker.open();
        return Objects.requireNonNull(tracker.waitForService(PATIENCE.toMillis()));
    }

    /** What comes from outside may stand in a message or in an exception of somebody else's library. */
    @Test
    public void nothingThatIsLoggedForgesALine() throws Exception {
        String forged = "2026-01-01T00:00:00.000Z ERROR [forged] nobody said this";
        Exception cause = new IllegalStateException("in the cause\r\n" + forged);
        LoggerFactory.getLogger("org.openbarnahus.itests.forging")
                .error("in the message\n\u001b[2J{}", forged, new IOException("in the exception\n" + forged, cause));
        Path log = Path.of(System.getProperty("karaf.log"), "openbarnahus.log");
        List<String> lines = Files.readAllLines(log);
        List<String> said =
                lines.stream().filter(line -> line.contains("nobody said this")).toList();
        assertEquals(said.toString(), 1, said.size());
        assertTrue(said.getFirst(), said.getFirst().contains("itests.forging"));
        assertTrue(said.getFirst().chars().noneMatch(c -> c < ' '));
        for (String where : List.of("in the message\\n", "in the exception\\n", "in the cause\\r\\n", "InsideIT")) {
            assertTrue(where + " in " + said.getFirst(), said.getFirst().contains(where));
        }
    }

    /** A library may put a whole request into its message: a few of them must not push out what matters. */
    @Test
    public void aLongExceptionIsCut() throws Exception {
        LoggerFactory.getLogger("org.openbarnahus.itests.long")
                .error("a long one", new IOException("x".repeat(1_000_000)));
        List<String> said = Files.readAllLines(Path.of(System.getProperty("karaf.log"), "openbarnahus.log")).stream()
                .filter(line -> line.contains("itests.long"))
                .toList();
        assertEquals(1, said.size());
        assertTrue(Integer.toString(said.getFirst().length()), said.getFirst().length() < 20_000);
        assertTrue(said.getFirst().startsWith("{\"at\":\"") && said.getFirst().endsWith("x\"}"));
    }

    /** Also of threads that are not ours; Java itself would print it, with its message, on the console. */
    @Test
    public void whatNobodyCatchesIsOneLineWithoutItsMessage() throws Exception {
        Thread thread = new Thread(
                () -> {
                    throw new IllegalStateException("words of somebody");
                },
                "nobody-catches");
        thread.start();
        thread.join();
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("karaf.log"), "openbarnahus.log"));
        List<String> said =
                lines.stream().filter(line -> line.contains("nobody-catches")).toList();
        assertEquals(said.toString(), 1, said.size());
        assertTrue(
                said.getFirst(),
                said.getFirst().startsWith("{\"at\":\"") && said.getFirst().endsWith("\"}"));
        assertTrue(said.getFirst(), said.getFirst().contains("\"level\":\"ERROR\""));
        assertTrue(said.getFirst(), said.getFirst().contains("IllegalStateException"));
        assertFalse(lines.stream().anyMatch(line -> line.contains("words of somebody")));
    }

    /** A refresh of Karaf's own bundles during the first boot can deadlock. */
    @Test
    public void theFirstBootStopsNothing() throws IOException {
        Path log = Path.of(System.getProperty("karaf.log"), "openbarnahus.log");
        assertEquals(
                List.of(),
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains("Stopping bundles") || line.contains("Refreshing bundles"))
                        .toList());
    }

    /** Jetty looks up its HTTP/2 encoder once, when the port opens; what it does not find then is missing until the next start. */
    @Test
    public void thePortOpensAfterEverythingThatJettyLooksUp() {
        int opens = levels("org.apache.felix.http.jetty").max().orElseThrow();
        assertTrue(levels("org.eclipse.jetty").max().orElseThrow() < opens);
        assertTrue(levels("org.apache.aries.spifly").max().orElseThrow() < opens);
    }

    private IntStream levels(String name) {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getSymbolicName().startsWith(name))
                .mapToInt(b -> b.adapt(BundleStartLevel.class).getStartLevel());
    }

    @Test
    public void nothingOfKarafThatTakesCommandsIsThere() {
        for (String part : FORBIDDEN) {
            assertFalse(
                    part,
                    Arrays.stream(context.getBundles())
                            .anyMatch(b -> b.getSymbolicName().startsWith("org.apache.karaf." + part)));
        }
    }
}
