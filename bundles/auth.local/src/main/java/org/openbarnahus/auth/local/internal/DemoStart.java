// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.framework.BundleContext;
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
    private static final int AGAIN_SECONDS = 2;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "demo-accounts");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public DemoStart(
            @Reference SiteStore store,
            @Reference SignInStore signIns,
            @Reference PasswordHasher hasher,
            @Reference TimeSource time,
            @Reference ConfigurationAdmin admin,
            BundleContext context) {
        Installation installation = Installation.of(context);
        if (installation.demo()) {
            DemoAccounts accounts = new DemoAccounts(
                    store, signIns, hasher, time, installation.data(), () -> OwnAddress.localUrl(admin));
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
}
