// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the audit trail which key files this run of the program uses, and which come and go while it runs; names, no
 * content. It looks at the directory rather than at the calls: every read of a text uses a key, and is audited itself.
 */
@Component(service = KeyTrail.class, immediate = true)
public final class KeyTrail {
    private static final Logger LOG = LoggerFactory.getLogger(KeyTrail.class);
    private static final Pattern TENANT = Pattern.compile("tenant-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\..*");

    private final Path directory;
    private final SiteStore store;
    private final TimeSource time;
    private final Set<String> known = new TreeSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("openbarnahus-key-trail").daemon().factory());
    private boolean started;

    @Activate
    public KeyTrail(@Reference SiteStore store, @Reference TimeSource time) {
        this(
                Path.of(Objects.requireNonNull(
                        System.getProperty("openbarnahus.keys"), "openbarnahus.keys is not set")),
                store,
                time);
        thread.scheduleWithFixedDelay(this::round, 0, 10, TimeUnit.SECONDS);
    }

    KeyTrail(Path directory, SiteStore store, TimeSource time) {
        this.directory = directory;
        this.store = store;
        this.time = time;
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void round() {
        try {
            look();
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "the use of keys cannot be audited just now: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Compares with the last look. */
    synchronized void look() throws IOException {
        Set<String> now = files();
        for (String file : now) {
            if (!known.contains(file)) {
                store.audit(entry(file, started ? AuditEntry.Action.CREATE : AuditEntry.Action.READ));
                known.add(file);
            }
        }
        for (String file : Set.copyOf(known)) {
            if (!now.contains(file)) {
                store.audit(entry(file, AuditEntry.Action.REMOVE));
                known.remove(file);
            }
        }
        started = true;
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .filter(f -> !f.startsWith("."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private AuditEntry entry(String file, AuditEntry.Action action) {
        Matcher tenant = TENANT.matcher(file);
        return new AuditEntry(
                time.now(),
                tenant.matches() ? Optional.of(ServiceId.of(tenant.group(1))) : Optional.empty(),
                Optional.empty(),
                "",
                Purpose.ADMINISTRATION,
                action,
                "key",
                file,
                AuditEntry.Result.DONE,
                Set.of(),
                action == AuditEntry.Action.READ ? "start" : "");
    }
}
