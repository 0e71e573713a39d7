// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.framework.wiring.BundleRevision;

/** Which bundles may resolve, and what those of others see. */
public class GateTest {
    private static final String OURS = "mvn:org.openbarnahus/org.openbarnahus.spi/1.0";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path system;
    private Path cache;
    private Path jar;
    private Gate gate;

    @Before
    public void aDistribution() throws IOException {
        system = folder.getRoot().toPath().resolve("system");
        cache = folder.getRoot().toPath().resolve("cache");
        jar = system.resolve("org/openbarnahus/org.openbarnahus.spi/1.0/org.openbarnahus.spi-1.0.jar");
        write(jar, "ours");
        gate = new Gate(new Distribution(system, cache), false);
    }

    @Test
    public void theDistributionsOwnRunWhileTheirCopiesAreWhatTheyWere() throws IOException {
        write(copy(7), "ours");
        assertTrue(gate.lets(Fakes.bundle(7, OURS, 1)));
        assertTrue(gate.lets(Fakes.bundle(8, "reference:" + jar.toUri(), 1)));
        assertTrue(gate.lets(Fakes.bundle(0, "System Bundle", 1)));
        write(copy(9), "0urs");
        assertFalse("one byte", gate.lets(Fakes.bundle(9, OURS, 1)));
        assertFalse("no copy", gate.lets(Fakes.bundle(10, OURS, 1)));
    }

    @Test
    public void whateverComesFromElsewhereDoesNot() throws IOException {
        Path elsewhere = folder.getRoot().toPath().resolve("elsewhere.jar");
        write(elsewhere, "theirs");
        write(copy(7), "theirs");
        for (String address : List.of(
                elsewhere.toUri().toString(),
                "reference:" + elsewhere.toUri(),
                "reference:" + system.toUri() + "../elsewhere.jar",
                "mvn:../../elsewhere/x/1",
                "mvn:org.openbarnahus/org.openbarnahus.other/1.0",
                "mvn:",
                "https://example.org/x.jar",
                "plugin:never-admitted:00",
                "")) {
            assertFalse(address, new Gate(new Distribution(system, cache), false).lets(Fakes.bundle(7, address, 1)));
        }
    }

    @Test
    public void classifiersAndTypesAreFoundAsMavenLaysThemOut() {
        Distribution distribution = new Distribution(system, cache);
        assertEquals(
                system.resolve("g/h/a/1/a-1-light.jar"),
                distribution.original("mvn:g.h/a/1/jar/light").orElseThrow());
        assertTrue(distribution.original("mvn:g/a").isEmpty());
    }

    @Test
    public void whatWasAdmittedRunsUntilItsBytesAreOthers() {
        Bundle bundle = Fakes.bundle(20, "plugin:talk:ab", 1);
        assertFalse(gate.lets(bundle));
        gate.admit(bundle);
        assertTrue(gate.lets(bundle));
        assertFalse("updated", gate.lets(Fakes.bundle(20, "plugin:talk:ab", 2)));
        gate.forget(bundle);
        assertFalse(gate.lets(bundle));
    }

    @Test
    public void theResolverIsGivenOnlyWhatMayRun() throws IOException {
        write(copy(7), "ours");
        BundleRevision good = Fakes.revision(Fakes.bundle(7, OURS, 1));
        BundleRevision bad = Fakes.revision(Fakes.bundle(21, "file:elsewhere/x.jar", 1));
        List<BundleRevision> candidates = new ArrayList<>(List.of(bad, good));
        gate.begin(List.of(bad)).filterResolvable(candidates);
        assertEquals(List.of(good), candidates);
    }

    @Test
    public void developmentLetsEverythingInButJarsThatWereSentOut() {
        Gate open = new Gate(new Distribution(system, cache), true);
        assertTrue(open.lets(Fakes.bundle(21, "file:elsewhere/x.jar", 1)));
        assertFalse(open.lets(Fakes.bundle(22, "plugin:never-admitted:00", 1)));
    }

    @Test
    public void bundlesOfOthersSeeTheirOwnServicesAndExtensionPointsOnly() {
        Bundle core = Fakes.bundle(5, OURS, 1);
        Bundle theirs = Fakes.bundle(20, "plugin:talk:ab", 1);
        ServiceReference<?> store = Fakes.service(core, "org.openbarnahus.core.service.store.SiteStore");
        ServiceReference<?> both = Fakes.service(
                core, "org.openbarnahus.spi.rule.LegalRule", "org.openbarnahus.core.service.store.SiteStore");
        ServiceReference<?> rule = Fakes.service(core, "org.openbarnahus.spi.rule.LegalRule");
        ServiceReference<?> own = Fakes.service(theirs, "org.example.Own");
        assertEquals(List.of(rule, own), found(theirs, store, both, rule, own));
        assertEquals(List.of(store, both, rule, own), found(core, store, both, rule, own));
        assertEquals(List.of(core), told(store, core, theirs));
        assertEquals(2, told(rule, core, theirs).size());
    }

    private static List<ServiceReference<?>> found(Bundle from, ServiceReference<?>... all) {
        Collection<ServiceReference<?>> references = new ArrayList<>(List.of(all));
        new Curtain().find(Fakes.context(from), null, null, false, references);
        return List.copyOf(references);
    }

    private static List<Bundle> told(ServiceReference<?> reference, Bundle... bundles) {
        Map<BundleContext, Collection<ListenerInfo>> listeners = new HashMap<>();
        for (Bundle bundle : bundles) {
            listeners.put(Fakes.context(bundle), List.of());
        }
        new Curtain().event(Fakes.registered(reference), listeners);
        return listeners.keySet().stream().map(BundleContext::getBundle).toList();
    }

    private Path copy(long bundle) {
        return cache.resolve("bundle" + bundle).resolve("version0.0").resolve("bundle.jar");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
