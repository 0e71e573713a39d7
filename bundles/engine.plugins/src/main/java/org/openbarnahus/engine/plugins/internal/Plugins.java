// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.PluginService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.core.service.query.PluginInfo;
import org.openbarnahus.core.service.query.PluginInfo.State;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.plugins.internal.Shelf.Item;
import org.openbarnahus.engine.plugins.internal.Shelf.Origin;
import org.openbarnahus.engine.plugins.internal.Shelf.Part;
import org.openbarnahus.engine.plugins.internal.Shelf.SwitchFailedException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows plugins with all that does not work about them, and switches one at a time. */
@Component
public final class Plugins implements PluginService {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final AccessGate access;
    private final SchemaService schema;
    private final RuleGate rules;
    private final SiteStore site;
    private final TimeSource time;
    private final Shelf shelf;
    private final Choices choices;
    private final ReentrantLock switching = new ReentrantLock(true);

    @Activate
    public Plugins(
            @Reference AccessGate access,
            @Reference SchemaService schema,
            @Reference RuleGate rules,
            @Reference SiteStore site,
            @Reference TimeSource time,
            @Reference Shelf shelf,
            @Reference Choices choices) {
        this.access = access;
        this.schema = schema;
        this.rules = rules;
        this.site = site;
        this.time = time;
        this.shelf = shelf;
        this.choices = choices;
    }

    @Override
    public List<PluginInfo> plugins(Session session) {
        if (denied(session, Permission.PLUGIN_READ)) {
            return List.of();
        }
        List<PackStatus> packs = schema.packs(session);
        Set<String> taken = declared(session);
        List<PluginInfo> plugins = new ArrayList<>();
        for (Item item : shelf.items()) {
            plugins.add(info(item, packs, taken));
        }
        return List.copyOf(plugins);
    }

    /** As engine.access decides; here it only spares a dead end, and no denial is written down for looking at a page. */
    @Override
    public Optional<Problem> hindrance(Session session) {
        boolean othersToo =
                !session.actor().is(Role.NATIONAL_ADMIN) && site.services().size() > 1;
        return othersToo ? Optional.of(Problem.of(ErrorCode.OTHER_HOUSES_TOO)) : Optional.empty();
    }

    @Override
    public Outcome<PluginInfo> switchTo(Session session, String pluginId, boolean on) {
        return access.admit(session, Permission.PLUGIN_SWITCH).then(purpose -> switched(session, pluginId, on));
    }

    private Outcome<PluginInfo> switched(Session session, String pluginId, boolean on) {
        if (!switching.tryLock()) {
            return Outcome.refused(Problem.of(ErrorCode.BUSY));
        }
        try {
            return find(pluginId)
                    .map(item -> item.in() == on ? now(session, pluginId) : put(session, item, on))
                    .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
        } finally {
            switching.unlock();
        }
    }

    private Outcome<PluginInfo> put(Session session, Item item, boolean on) {
        Optional<Problem> refusal = item.refusal();
        if (on && refusal.isPresent()) {
            site.audit(entry(session, item, true, Result.REFUSED));
            return Outcome.refused(refusal.get());
        }
        try {
            shelf.put(item, on);
        } catch (SwitchFailedException e) {
            LOG.error("plugin {} could not be switched {}", item.name(), on ? "on" : "off", e);
            site.audit(entry(session, item, on, Result.REFUSED));
            return Outcome.refused(Problem.at(ErrorCode.PLUGIN_FAILED, "", "detail", e.words()));
        }
        choices.keep(item.name(), on);
        site.audit(entry(session, item, on, Result.DONE));
        return now(session, item.name());
    }

    private Optional<Item> find(String pluginId) {
        return shelf.items().stream().filter(i -> i.name().equals(pluginId)).findFirst();
    }

    private Outcome<PluginInfo> now(Session session, String pluginId) {
        Set<String> taken = declared(session);
        List<PackStatus> packs = schema.packs(session);
        for (Item item : shelf.items()) {
            PluginInfo info = info(item, packs, taken);
            if (item.name().equals(pluginId)) {
                return Outcome.done(info);
            }
        }
        return Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
    }

    /** Ids that data holds already, in the form of what a plugin provides. */
    private Set<String> declared(Session session) {
        Set<String> ids = new HashSet<>();
        schema.current(session).ifPresent(snapshot -> {
            snapshot.rules().forEach(r -> ids.add("rule:" + r.id()));
            snapshot.indicators().forEach(i -> ids.add("indicator:" + i.id()));
        });
        return ids;
    }

    /**
     * @param taken ids held by data and by the plugins before this one; those of this one are added
     */
    private PluginInfo info(Item item, List<PackStatus> packs, Set<String> taken) {
        Set<String> provides = new TreeSet<>();
        List<String> problems = new ArrayList<>();
        for (Part part : item.parts()) {
            if (!part.running()) {
                problems.add("The bundle " + part.bundle() + " does not run; see the log.");
            }
            packs.stream()
                    .filter(p -> p.source().equals("bundle:" + part.bundle()))
                    .forEach(pack -> {
                        provides.add("pack:" + pack.code());
                        problems.addAll(pack.problems());
                    });
            part.provides().forEach(id -> problem(id, taken).ifPresent(problems::add));
            provides.addAll(part.provides());
        }
        boolean whole = problems.isEmpty() && item.refusal().isEmpty();
        return new PluginInfo(
                item.name(),
                item.title(),
                item.version(),
                state(item, whole),
                item.in() || item.refusal().isEmpty(),
                List.copyOf(provides),
                problems,
                item.origin().flatMap(Origin::signer),
                item.refusal());
    }

    private static State state(Item item, boolean whole) {
        if (!item.in()) {
            return item.refusal().isPresent() ? State.REFUSED : State.OFF;
        }
        return whole ? State.ON : State.FAILED;
    }

    private Optional<String> problem(String provided, Set<String> taken) {
        if (!taken.add(provided)) {
            return Optional.of(provided + " is refused, because this id exists already.");
        }
        return provided.startsWith("rule:") && rules.failing().contains(provided.substring("rule:".length()))
                ? Optional.of(provided + " failed when it was last asked and gives no verdicts; see the log.")
                : Optional.empty();
    }

    private boolean denied(Session session, Permission permission) {
        return !(access.decide(session, permission) instanceof Decision.Allowed);
    }

    private AuditEntry entry(Session session, Item item, boolean on, Result result) {
        return new AuditEntry(
                time.now(),
                Optional.of(session.actor().service()),
                Optional.of(session.actor().user()),
                session.id(),
                Purpose.ADMINISTRATION,
                Action.CONFIGURE,
                "plugin",
                item.name(),
                result,
                Set.of(),
                (on ? "on" : "off") + item.origin().map(Plugins::said).orElse(""));
    }

    /** Which bytes, and who answers for them. */
    private static String said(Origin origin) {
        return " sha256=" + origin.sha256()
                + origin.signer().map(s -> " signer=" + s).orElse("");
    }
}
