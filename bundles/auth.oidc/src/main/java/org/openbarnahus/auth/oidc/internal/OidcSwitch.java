// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import java.util.Optional;
import org.openbarnahus.core.service.gate.OutsideGate;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the gate while a provider is configured, and safely. Without an issuer there is nothing to see. */
@Component(
        immediate = true,
        service = {},
        configurationPid = OidcConfig.PID)
@Designate(ocd = OidcConfig.class)
public final class OidcSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(OidcSwitch.class);

    /** What is registered, and what it uses. */
    private record On(ServiceRegistration<OutsideGate> registration, Fetch fetch) {}

    private final Optional<On> on;

    @Activate
    public OidcSwitch(
            BundleContext context, OidcConfig config, @Reference SiteStore store, @Reference TimeSource time) {
        on = config.issuer().isBlank() ? Optional.empty() : on(context, config, store, time);
    }

    private static Optional<On> on(BundleContext context, OidcConfig config, SiteStore store, TimeSource time) {
        Settings settings;
        try {
            settings = Settings.of(config);
        } catch (IllegalArgumentException e) {
            LOG.error("sign-in at the identity provider stays off: {}", e.getMessage());
            return Optional.empty();
        }
        Fetch fetch = new Fetch(settings.transport());
        OutsideGate gate = new OidcGate(settings, fetch, store, time);
        LOG.info("people can sign in at {}", settings.issuer());
        return Optional.of(new On(context.registerService(OutsideGate.class, gate, null), fetch));
    }

    @Deactivate
    void off() {
        on.ifPresent(known -> {
            known.registration().unregister();
            known.fetch().close();
        });
    }
}
