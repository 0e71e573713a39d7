// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.KeysUnavailableException;
import org.openbarnahus.core.service.store.KeyService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the keys and registers them. While the token with the root key is away nothing of the product starts that needs a key; it
 * is looked for until it is there.
 */
@Component(
        immediate = true,
        service = {},
        configurationPid = "org.openbarnahus.store.keys")
@Designate(ocd = KeysConfig.class)
public final class KeysComponent {
    private static final Logger LOG = LoggerFactory.getLogger(KeysComponent.class);
    /** Also each look for a token that is away may leave a thread of Java's provider behind that waits for it. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Registry registry;
    private final Path directory;
    private final Optional<Pkcs11Token> token;
    private final Roots.Place place;
    private final Duration again;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("openbarnahus-keys").daemon().factory());
    private @Nullable Runnable registered;
    private boolean closed;

    /** Tells others that the keys are there. */
    @FunctionalInterface
    interface Registry {
        /** What is given back takes them away. */
        Runnable register(KeyService keys);
    }

    @Activate
    public KeysComponent(BundleContext context, KeysConfig config) {
        this(
                keys -> {
                    ServiceRegistration<KeyService> made = context.registerService(KeyService.class, keys, null);
                    return made::unregister;
                },
                FileKeys.configured(),
                config,
                AGAIN);
    }

    KeysComponent(Registry registry, Path directory, KeysConfig config, Duration again) {
        this.registry = registry;
        this.directory = directory;
        this.again = again;
        token = config.token_library().isBlank()
                ? Optional.empty()
                : Optional.of(new Pkcs11Token(TokenSettings.of(config, again)));
        place = new Roots.Place(token.map(each -> each), inToken(config.root()));
        open();
    }

    private static boolean inToken(String root) {
        return switch (root.strip()) {
            case "token" -> true;
            case "file" -> false;
            default -> throw new IllegalStateException("root is file or token in etc/org.openbarnahus.store.keys.cfg");
        };
    }

    private synchronized void open() {
        if (closed) {
            return;
        }
        try {
            registered = registry.register(new FileKeys(new KeyDirectory(directory), place));
        } catch (KeysUnavailableException e) {
            LOG.error("OpenBarnahus does not start without its root key: {}", e.getMessage());
            thread.schedule(this::open, again.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            LOG.error("OpenBarnahus does not start without its keys: {}", e.getMessage());
            throw e;
        }
    }

    @Deactivate
    synchronized void close() {
        closed = true;
        thread.shutdownNow();
        Runnable known = registered;
        if (known != null) {
            known.run();
        }
        token.ifPresent(Pkcs11Token::close);
    }
}
