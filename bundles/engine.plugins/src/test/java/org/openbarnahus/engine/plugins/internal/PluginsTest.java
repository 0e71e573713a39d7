// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.core.service.query.PluginInfo;
import org.openbarnahus.core.service.query.PluginInfo.State;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.sdk.testkit.Partial;

public final class PluginsTest {
    private static final String SE = "openbarnahus-country-se";
    private static final String NO = "openbarnahus-country-no";
    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private final FakeShelf shelf = new FakeShelf();
    private final Choices choices = new Choices(temporary());
    private final Around around = new Around();
    private final Session session = Partial.of(Session.class, new SignedIn());
    private final Plugins plugins = new Plugins(
            Partial.of(AccessGate.class, around),
            Partial.of(SchemaService.class, around),
            Partial.of(RuleGate.class, around),
            Partial.of(SiteStore.class, around),
            () -> NOW,
            shelf,
            choices);

    private static Path temporary() {
        try {
            return FOLDER.newFolder().toPath().resolve("plugins.state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return problem(outcome).code();
    }

    private static Problem problem(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().get(0);
    }

    private PluginInfo find(String id) {
        return plugins.plugins(session).stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void aPluginIsSwitchedOnAndOffAndAudited() {
        assertEquals(State.OFF, find(SE).state());
        assertEquals(State.ON, plugins.switchTo(session, SE, true).orElseThrow().state());
        assertEquals(List.of("detector:se.x", "pack:se", "rule:se.x"), find(SE).provides());
        assertEquals(
                State.OFF, plugins.switchTo(session, SE, false).orElseThrow().state());

        assertEquals(Optional.of(false), choices.of(SE));
        assertEquals(
                List.of("on", "off"),
                around.audit.stream().map(AuditEntry::detail).toList());
        AuditEntry entry = around.audit.get(0);
        assertEquals(AuditEntry.Action.CONFIGURE, entry.action());
        assertEquals(SE, entry.objectId());
        assertEquals(AuditEntry.Result.DONE, entry.result());
    }

    @Test
    public void switchingToTheStateItIsInChangesNothing() {
        assertEquals(
                State.OFF, plugins.switchTo(session, SE, false).orElseThrow().state());
        assertEquals(0, shelf.puts);
        assertEquals(List.of(), around.audit);
    }

    @Test
    public void whatTheContainerRefusesIsSaidInItsWordsAndAudited() {
        shelf.refuses = true;
        Outcome<PluginInfo> outcome = plugins.switchTo(session, SE, true);
        assertEquals(ErrorCode.PLUGIN_FAILED, code(outcome));
        assertEquals(Map.of("detail", "missing requirement x"), problem(outcome).arguments());
        assertEquals(AuditEntry.Result.REFUSED, around.audit.get(0).result());
        assertEquals(State.OFF, find(SE).state());
    }

    @Test
    public void aRefusedPackMakesItsPluginFailed() {
        around.packProblems = List.of("rules/x.yaml:3: unknown key 'witin'; did you mean 'within'?");
        PluginInfo info = plugins.switchTo(session, SE, true).orElseThrow();
        assertEquals(State.FAILED, info.state());
        assertEquals(around.packProblems, info.problems());
    }

    @Test
    public void aBundleThatDoesNotRunMakesItsPluginFailed() {
        shelf.running = false;
        PluginInfo info = plugins.switchTo(session, SE, true).orElseThrow();
        assertEquals(State.FAILED, info.state());
        assertTrue(info.problems().get(0).contains("bundle.se"));
    }

    @Test
    public void anIdThatExistsAlreadyMakesTheLaterPluginFailed() {
        shelf.sameIds = true;
        plugins.switchTo(session, NO, true);
        plugins.switchTo(session, SE, true);
        assertEquals(State.ON, find(NO).state());
        assertEquals(State.FAILED, find(SE).state());
        assertTrue(find(SE).problems().get(0).startsWith("rule:x.x is refused"));
    }

    @Test
    public void aRuleThatFailsMakesItsPluginFailed() {
        plugins.switchTo(session, SE, true);
        around.failing.add("se.x");
        assertEquals(State.FAILED, find(SE).state());
        assertTrue(find(SE).problems().get(0).startsWith("rule:se.x failed"));
    }

    @Test
    public void onlyPluginsOfTheShelfCanBeSwitched() {
        assertEquals(ErrorCode.NOT_FOUND, code(plugins.switchTo(session, "openbarnahus-store", false)));
    }

    @Test
    public void whoMayNotSwitchDoesNot() {
        around.permissions.remove(Permission.PLUGIN_SWITCH);
        assertEquals(ErrorCode.DENIED, code(plugins.switchTo(session, SE, true)));
        assertEquals(0, shelf.puts);
        around.permissions.clear();
        assertEquals(List.of(), plugins.plugins(session));
    }

    @Test
    public void whileOneIsBeingSwitchedAnotherWaitsItsTurn() {
        List<ErrorCode> meanwhile = new ArrayList<>();
        shelf.during = () -> {
            Thread other = new Thread(() -> meanwhile.add(code(plugins.switchTo(session, NO, true))));
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        plugins.switchTo(session, SE, true);
        assertEquals(List.of(ErrorCode.BUSY), meanwhile);
    }

    /** Two country plugins, each one bundle with a rule and a detector. */
    private static final class FakeShelf implements Shelf {
        private final Set<String> in = new TreeSet<>();
        private boolean refuses;
        private boolean running = true;
        private boolean sameIds;
        private int puts;
        private Runnable during = () -> {};

        @Override
        public List<Item> items() {
            return List.of(item("no"), item("se"));
        }

        private Item item(String country) {
            String name = "openbarnahus-country-" + country;
            List<String> ids =
                    sameIds ? List.of("rule:x.x") : List.of("rule:" + country + ".x", "detector:" + country + ".x");
            List<Part> parts = in.contains(name) ? List.of(new Part("bundle." + country, running, ids)) : List.of();
            return new Item(name, country, "0.1.0", in.contains(name), parts);
        }

        @Override
        public void put(Item item, boolean wanted) throws SwitchFailedException {
            puts++;
            during.run();
            if (refuses) {
                throw new SwitchFailedException(
                        new IllegalStateException("wrapped", new IllegalStateException("missing requirement x\nat y")));
            }
            if (wanted) {
                in.add(item.name());
            } else {
                in.remove(item.name());
            }
        }
    }

    /** What the plugins engine asks around it. */
    public static final class Around {
        private final Set<Permission> permissions = EnumSet.allOf(Permission.class);
        private final List<AuditEntry> audit = new ArrayList<>();
        private final Set<String> failing = new TreeSet<>();
        private List<String> packProblems = List.of();

        List<AuditEntry> audit() {
            return List.copyOf(audit);
        }

        void forbid(Permission permission) {
            permissions.remove(permission);
        }

        public Decision decide(Session asking, Permission permission) {
            return permissions.contains(permission)
                    ? new Decision.Allowed(Purpose.ADMINISTRATION)
                    : new Decision.Denied("role");
        }

        public Optional<SchemaSnapshot> current(Session asking) {
            return Optional.empty();
        }

        public List<PackStatus> packs(Session asking) {
            return List.of(new PackStatus(
                    "se",
                    "0.1.0",
                    "country",
                    Optional.of("SE"),
                    true,
                    "bundle:bundle.se",
                    packProblems.isEmpty(),
                    packProblems));
        }

        public Set<String> failing() {
            return failing;
        }

        public void audit(AuditEntry entry) {
            audit.add(entry);
        }
    }

    /** A national administrator. */
    public static final class SignedIn {
        public String id() {
            return "session-1";
        }

        public Actor actor() {
            return new Actor(
                    new UserId(new UUID(0, 1)),
                    "admin",
                    new ServiceId(new UUID(0, 7)),
                    "SE-LKP",
                    "SE",
                    Agency.BARNAHUS,
                    Set.of(Role.NATIONAL_ADMIN));
        }
    }
}
