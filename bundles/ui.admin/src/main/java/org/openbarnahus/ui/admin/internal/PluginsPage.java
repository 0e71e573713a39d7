// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.PluginService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.core.service.query.PluginInfo;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The page of plugins, its place in the menu, and all it asks. */
@Component(service = ViewContribution.class)
public final class PluginsPage implements ViewContribution {
    private final PluginService plugins;
    private final SchemaService schemas;
    private final SessionService sessions;
    private final Switching switching;

    /** Optional: this page must open when privacy is the very thing that is missing. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable PrivacyGate privacy;

    @Activate
    public PluginsPage(
            @Reference PluginService plugins,
            @Reference SchemaService schemas,
            @Reference SessionService sessions,
            @Reference Switching switching) {
        this.plugins = plugins;
        this.schemas = schemas;
        this.sessions = sessions;
        this.switching = switching;
    }

    @Override
    public String path() {
        return "plugins";
    }

    @Override
    public String titleKey() {
        return "admin.plugins";
    }

    @Override
    public String icon() {
        return "vaadin:plug";
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public Class<PluginsView> viewClass() {
        return PluginsView.class;
    }

    @Override
    public PluginsView createView(ViewContext context) {
        return new PluginsView(context, this);
    }

    @Override
    public boolean visibleTo(Session session) {
        return session.actor().is(Role.COORDINATOR) || maySwitch(session);
    }

    /** As engine.access decides; here it only spares a dead end. */
    private static boolean maySwitch(Session session) {
        Actor actor = session.actor();
        return actor.is(Role.MANAGER) || actor.is(Role.NATIONAL_ADMIN);
    }

    /** Whether to offer the switch. */
    boolean offers(Session session) {
        return maySwitch(session) && plugins.hindrance(session).isEmpty();
    }

    /** Why a manager, who could switch plugins in an installation of one house, cannot do it here. */
    Optional<Problem> hindrance(Session session) {
        return maySwitch(session) ? plugins.hindrance(session) : Optional.empty();
    }

    SessionService sessions() {
        return sessions;
    }

    Switching switching() {
        return switching;
    }

    List<PluginInfo> plugins(Session session) {
        return plugins.plugins(session);
    }

    List<PackStatus> packs(Session session) {
        return schemas.packs(session);
    }

    List<Gap> gaps(Session session) {
        Optional<SchemaSnapshot> snapshot = schemas.current(session);
        PrivacyGate gate = privacy;
        return Gap.of(snapshot, gate != null && gate.ready(session.actor().country()));
    }
}
