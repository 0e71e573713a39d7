// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.LocalAccountService;
import org.openbarnahus.core.service.LocalAuditService;
import org.openbarnahus.core.service.LocalBackupService;
import org.openbarnahus.core.service.LocalCopyService;
import org.openbarnahus.core.service.LocalKeyService;
import org.openbarnahus.core.service.gate.CountryReady;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the socket of local administration in the data directory. */
@Component(service = AdminServer.class, immediate = true)
public final class AdminServer {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);

    private final @Nullable AdminSocket socket;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable CountryReady country;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable LocalAuditService audit;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable LocalCopyService copies;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable LocalBackupService backups;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable LocalKeyService keys;

    @Activate
    public AdminServer(
            @Reference SiteStore store,
            @Reference AccountService accounts,
            @Reference LocalAccountService local,
            @Reference TimeSource time,
            BundleContext context) {
        Doctor.Places places = new Doctor.Places(
                directory(context, "openbarnahus.data"),
                directory(context, "openbarnahus.keys"),
                directory(context, "openbarnahus.etc"));
        Doctor doctor = new Doctor(store, time, places, () -> country != null, () -> copies, () -> keys);
        BackupCommands backing = new BackupCommands(() -> backups, places.data().resolve("backups"), places.keys());
        Upkeep upkeep = new Upkeep(new AuditCommands(() -> audit), backing, new KeyCommands(() -> keys, store, time));
        socket = open(places.data(), new Commands(store, accounts, local, doctor, upkeep));
    }

    /** Without it the product works, but hub admin does not: a Unix socket's path has 107 bytes at most. */
    private static @Nullable AdminSocket open(Path data, Commands commands) {
        try {
            return new AdminSocket(data, commands);
        } catch (IOException | RuntimeException e) {
            LOG.error("Local administration is not available: {}", e.getMessage());
            return null;
        }
    }

    @Deactivate
    void stop() {
        if (socket != null) {
            socket.close();
        }
    }

    private static Path directory(BundleContext context, String property) {
        return Path.of(Objects.requireNonNull(context.getProperty(property), property + " is not set"));
    }
}
