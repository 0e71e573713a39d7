// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.query.PluginInfo;
import org.openbarnahus.core.service.query.PluginInfo.State;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.platform.admission.Admission;
import org.openbarnahus.platform.admission.Offer;
import org.openbarnahus.platform.admission.Refusal;
import org.openbarnahus.platform.admission.Refusal.Reason;
import org.openbarnahus.sdk.testkit.Partial;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Jars of others on the page of plugins: the same door as every other plugin, and their own reasons. */
public class SignedJarsTest {
    private static final String TALK = "jar-talk";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Gate gate = new Gate();
    private final PluginsTest.Around around = new PluginsTest.Around();
    private final Session session = Partial.of(Session.class, new PluginsTest.SignedIn());

    @Test
    public void aSignedJarIsSwitchedAndTheTrailSaysWhichBytesAndWhoAnswersForThem() {
        assertEquals(State.OFF, only().state());
        assertEquals(Optional.of("house"), only().signer());
        assertEquals(
                State.ON, plugins().switchTo(session, TALK, true).orElseThrow().state());
        assertEquals(
                State.OFF,
                plugins().switchTo(session, TALK, false).orElseThrow().state());
        assertEquals(List.of("talk in", "talk out"), gate.calls);
        assertEquals(
                List.of("on sha256=ab signer=house", "off sha256=ab signer=house"),
                around.audit().stream().map(AuditEntry::detail).toList());
    }

    @Test
    public void aRefusedJarHasItsReasonAndNoSwitchAndTryingIsWrittenDown() {
        for (Reason reason : Reason.values()) {
            gate.refusal = Optional.of(new Refusal(reason, "what of it"));
            PluginInfo info = only();
            assertEquals(State.REFUSED, info.state());
            assertFalse(info.switchable());
            Outcome<PluginInfo> outcome = plugins().switchTo(session, TALK, true);
            ErrorCode expected = ErrorCode.valueOf("PLUGIN_" + reason);
            assertEquals(
                    expected,
                    ((Outcome.Refused<PluginInfo>) outcome)
                            .problems()
                            .getFirst()
                            .code());
            assertEquals(expected, info.refusal().orElseThrow().code());
            assertEquals(Result.REFUSED, around.audit().getLast().result());
        }
        assertEquals(List.of(), gate.calls);
        assertEquals(Reason.values().length, around.audit().size());
    }

    @Test
    public void aJarThatChangedWhileItRunsSaysSoAndCanBeSwitchedOff() {
        plugins().switchTo(session, TALK, true);
        gate.refusal = Optional.of(new Refusal(Reason.CHANGED, "house"));
        PluginInfo info = only();
        assertEquals(State.FAILED, info.state());
        assertTrue(info.switchable());
        assertEquals(ErrorCode.PLUGIN_CHANGED, info.refusal().orElseThrow().code());
        plugins().switchTo(session, TALK, false);
        assertEquals(State.REFUSED, only().state());
    }

    @Test
    public void whoMaySwitchNothingSwitchesNoJar() {
        around.forbid(Permission.PLUGIN_SWITCH);
        assertTrue(plugins().switchTo(session, TALK, true) instanceof Outcome.Refused<PluginInfo>);
        assertEquals(List.of(), gate.calls);
    }

    private PluginInfo only() {
        return plugins().plugins(session).getFirst();
    }

    private Plugins plugins() {
        BundleContext none = Partial.of(BundleContext.class, new Object());
        return new Plugins(
                Partial.of(AccessGate.class, around),
                Partial.of(SchemaService.class, around),
                Partial.of(RuleGate.class, around),
                Partial.of(SiteStore.class, around),
                () -> PluginsTest.NOW,
                new JarShelf(none, Partial.of(Admission.class, gate)),
                new Choices(Path.of(folder.getRoot().getPath(), "plugins.state")));
    }

    /** One jar, talk. */
    public static final class Gate {
        private final List<String> calls = new ArrayList<>();
        private Optional<Refusal> refusal = Optional.empty();
        private Optional<Bundle> running = Optional.empty();

        public boolean development() {
            return false;
        }

        public Set<String> turnedAway() {
            return Set.of();
        }

        public List<Offer> offers() {
            return List.of(new Offer("talk", "First talk", "1.0.0", "ab", Optional.of("house"), refusal));
        }

        public Optional<Bundle> running(String name) {
            return running;
        }

        public Bundle admit(String name) {
            calls.add(name + " in");
            running = Optional.of(Partial.of(Bundle.class, new Talk()));
            return running.orElseThrow();
        }

        public void dismiss(String name) {
            calls.add(name + " out");
            running = Optional.empty();
        }
    }

    /** Its bundle. */
    public static final class Talk {
        public Dictionary<String, String> getHeaders() {
            return new Hashtable<>();
        }

        public int getState() {
            return Bundle.ACTIVE;
        }

        public ServiceReference<?>[] getRegisteredServices() {
            return new ServiceReference<?>[0];
        }

        public String getSymbolicName() {
            return "org.example.firsttalk";
        }
    }
}
