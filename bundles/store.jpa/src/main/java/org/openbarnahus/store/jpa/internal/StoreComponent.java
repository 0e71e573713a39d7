// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.LocalBackupService;
import org.openbarnahus.core.service.LocalKeyService;
import org.openbarnahus.core.service.store.AccountRequestStore;
import org.openbarnahus.core.service.store.AccountUseStore;
import org.openbarnahus.core.service.store.AuditSigner;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ErasureStore;
import org.openbarnahus.core.service.store.HouseKeyStore;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.OutboxListener;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.RetentionStore;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database, however long that takes, and registers the stores once it is migrated: nobody meets half a store. A
 * database that goes away later does not withdraw them; their calls fail until it is back.
 */
@Component(
        immediate = true,
        service = {},
        configurationPid = "org.openbarnahus.store")
@Designate(ocd = StoreConfig.class)
public final class StoreComponent {
    private static final Logger LOG = LoggerFactory.getLogger(StoreComponent.class);
    private static final long RETRY_MILLIS = 2_000;
    private static final long FAREWELL_MILLIS = 15_000;

    private final List<OutboxListener> listeners = new CopyOnWriteArrayList<>();
    private final BundleContext context;
    private final Settings settings;
    private final KeyService keys;
    private final AuditSigner signer;
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final List<ServiceRegistration<?>> registrations = new CopyOnWriteArrayList<>();
    private final Thread opener;
    private volatile @Nullable OpenStore store;
    private volatile @Nullable KeyRotations rotations;
    private boolean closing;

    @Activate
    public StoreComponent(
            BundleContext context,
            StoreConfig config,
            @Reference KeyService keys,
            @Reference AuditSigner signer,
            @Reference TimeSource time) {
        this.context = context;
        this.settings = settings(config);
        this.keys = keys;
        this.signer = signer;
        this.time = time;
        opener = Thread.ofPlatform().name("openbarnahus-store").daemon().start(this::open);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(OutboxListener listener) {
        listeners.add(listener);
        OpenStore opened = store;
        if (opened != null) {
            opened.publish();
        }
    }

    void removeListener(OutboxListener listener) {
        listeners.remove(listener);
    }

    private static Settings settings(StoreConfig config) {
        String url = config.url().isBlank()
                ? "jdbc:h2:file:" + data() + "/db/openbarnahus;CIPHER=AES;WRITE_DELAY=0"
                : config.url().strip();
        return new Settings(
                url,
                config.user(),
                password(config.password(), config.password_file()),
                config.pool_size(),
                Duration.ofSeconds(config.connect_seconds()),
                Duration.ofSeconds(config.statement_seconds()),
                Duration.ofSeconds(config.write_seconds()),
                owner(config),
                Tls.of(config),
                config.development_unlocked());
    }

    private static Optional<Settings.Owner> owner(StoreConfig config) {
        return config.owner().isBlank()
                ? Optional.empty()
                : Optional.of(new Settings.Owner(
                        config.owner().strip(), password(config.owner_password(), config.owner_password_file())));
    }

    private static String password(String password, String file) {
        if (file.isBlank()) {
            return password;
        }
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("the password file of the database cannot be read", e);
        }
    }

    private void open() {
        String told = "";
        while (!isClosing()) {
            try {
                OpenStore opened = opened();
                register(opened, erasures(opened));
                return;
            } catch (RestoreRefusedException e) {
                // a new and empty database in its place would look as if all was lost
                LOG.error("the backup was not restored, and nothing is opened: {}", e.getMessage());
                RestorePlace.of(data()).refused(e);
                return;
            } catch (RuntimeException | LinkageError e) {
                String reason = e.getClass().getSimpleName() + " " + state(e);
                if (!reason.equals(told)) {
                    LOG.error("the database cannot be opened ({}); trying again until it can", reason);
                    told = reason;
                }
                pause();
            }
        }
    }

    private OpenStore opened() {
        RestorePlace place = RestorePlace.of(data());
        Optional<Restore> restore = place.wanted(keys);
        OpenStore opened = new OpenStore(settings, keys, time, () -> listeners, restore);
        restore.ifPresent(done -> {
            place.restored(done.manifest());
            LOG.info("a backup of {} rows was restored", done.manifest().rows());
        });
        return opened;
    }

    /** Before anybody reads: what an older backup has brought back goes again. */
    private Erasures erasures(OpenStore opened) {
        Path list = data().resolve("audit").resolve("erased.jsonl");
        try {
            boolean there = Files.exists(list);
            Erasures erasures = opened.erasures(signer, list);
            RestorePlace.of(data()).erased(erasures.again(), there);
            return erasures;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static Path data() {
        return Path.of(System.getProperty("openbarnahus.data", "data")).toAbsolutePath();
    }

    /** The SQL state, or the message of our own refusals; a driver's message may quote what it was given. */
    private static String state(Throwable thrown) {
        java.sql.SQLException sql = StoreTrouble.cause(thrown, java.sql.SQLException.class);
        if (sql != null) {
            return "SQL state " + sql.getSQLState();
        }
        return thrown instanceof IllegalArgumentException || thrown instanceof LinkageError
                ? String.valueOf(thrown.getMessage())
                : "";
    }

    /** Without the lock: those who wait for a store start here, on this thread. */
    private void register(OpenStore opened, Erasures erasures) {
        if (!keep(opened)) {
            opened.close();
            return;
        }
        LOG.info("the store is open: {}", opened.site().describe());
        registrations.add(context.registerService(TenantStore.class, opened.tenants(), null));
        registrations.add(context.registerService(SignInStore.class, opened.signIns(), null));
        registrations.add(context.registerService(AccountUseStore.class, opened.uses(), null));
        registrations.add(context.registerService(AccountRequestStore.class, opened.requests(), null));
        registrations.add(context.registerService(ErasureStore.class, erasures.store(), null));
        registrations.add(context.registerService(RetentionStore.class, opened.retention(keys), null));
        registrations.add(context.registerService(OutsideIdentityStore.class, opened.outside(), null));
        registrations.add(context.registerService(SiteStore.class, opened.site(), null));
        registrations.add(context.registerService(AuditStore.class, opened.trail(), null));
        Optional<Path> etc =
                Optional.ofNullable(System.getProperty("openbarnahus.etc")).map(Path::of);
        registrations.add(context.registerService(LocalBackupService.class, new Backups(opened, keys, etc), null));
        KeyRotations keysAnew = opened.rotations(keys);
        rotations = keysAnew;
        keysAnew.resume();
        registrations.add(context.registerService(LocalKeyService.class, keysAnew, null));
        registrations.add(context.registerService(HouseKeyStore.class, keysAnew, null));
        registrations.add(context.registerService(EntityManagerFactory.class, opened.factory(), unit()));
    }

    private boolean keep(OpenStore opened) {
        lock.lock();
        try {
            store = closing ? null : opened;
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    /** Service properties of the OSGi JPA specification, chapter 127. */
    @SuppressWarnings("JdkObsolete") // the framework wants a Dictionary
    private Dictionary<String, Object> unit() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.unit.name", Unit.NAME);
        properties.put("osgi.unit.version", context.getBundle().getVersion().toString());
        properties.put("osgi.unit.provider", "org.eclipse.persistence.jpa.PersistenceProvider");
        return properties;
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS);
            while (left > 0 && !closing) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            LOG.debug("opening goes on");
        } finally {
            lock.unlock();
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        lock.lock();
        try {
            closing = true;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
        opener.join(FAREWELL_MILLIS);
        registrations.forEach(ServiceRegistration::unregister);
        KeyRotations running = rotations;
        if (running != null) {
            running.close();
        }
        OpenStore opened = store;
        if (opened != null) {
            opened.close();
        }
    }
}
