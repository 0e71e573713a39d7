// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.PluginInfo;
import org.osgi.annotation.versioning.ProviderType;

/** Feature bundles that lie in the distribution, switched on and off without a restart. Implemented by engine.plugins. */
@ProviderType
public interface PluginService {
    @Requires(Permission.PLUGIN_READ)
    List<PluginInfo> plugins(Session session);

    /** Why the caller, who may see the plugins, may switch none; for a page that shows it before somebody tries. */
    @Requires(Permission.PLUGIN_READ)
    default Optional<Problem> hindrance(Session session) {
        return Optional.empty();
    }

    /** Gives back the plugin as it is afterwards; switching to the state it is in changes nothing. */
    @Requires(Permission.PLUGIN_SWITCH)
    Outcome<PluginInfo> switchTo(Session session, String pluginId, boolean on);
}
