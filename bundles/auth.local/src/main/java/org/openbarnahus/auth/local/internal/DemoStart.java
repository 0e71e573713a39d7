// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes demo accounts beside the start, as twenty real password hashes take some seconds. */
@Component(service = DemoStart.class, immediate = true)
public final class DemoStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final String WEB = "org.openbarnahus.auth.web";
    private static final int AGAIN_SECONDS = 2;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "demo-accounts");
        thread.setDaemon(true);
        return thread;
    });
    private final ConfigurationAdmin admin;

    @Activate
    public DemoStart(
            @Reference SiteStore store,
            @Reference PasswordHasher hasher,
            @Reference TimeSource time,
            @Reference ConfigurationAdmin admin,
            BundleContext context) {
        this.admin = admin;
        Installation installation = Installation.of(context);
        if (installation.demo()) {
            DemoAccounts accounts = new DemoAccounts(store, hasher, time, installation.data(), this::baseUrl);
            worker.execute(() -> make(accounts));
        } else {
            worker.shutdown();
        }
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    private void make(DemoAccounts accounts) {
        try {
            accounts.make();
        } catch (StoreUnavailableException e) {
            worker.schedule(() -> make(accounts), AGAIN_SECONDS, TimeUnit.SECONDS);
        } catch (IOException | RuntimeException e) {
            LOG.error("The demo accounts could not be made", e);
        }
    }

    /** Where auth.web listens, as it is configured. */
    private String baseUrl() {
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + WEB + ")");
            Object port =
                    found == null ? null : found[0].getProcessedProperties(null).get("port");
            return "https://localhost:"
                    + (port == null ? "8443" : port.toString().strip());
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
