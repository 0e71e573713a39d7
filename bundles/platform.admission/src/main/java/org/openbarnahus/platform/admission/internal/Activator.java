// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.openbarnahus.platform.admission.Admission;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;

/**
 * Shuts the gate before anything else runs: a start-up bundle of level 1. It admits nothing over a restart: what the
 * framework has kept of jars of others is thrown away, and each comes in anew through its signature.
 */
public final class Activator implements BundleActivator {
    private static final String DEVELOPMENT = "org.openbarnahus.plugins.cfg";

    @Override
    public void start(BundleContext context) throws BundleException {
        // before the hook is there: the framework resolves nothing while a hook refuses one of its kept bundles
        for (Bundle bundle : context.getBundles()) {
            if (PluginFolder.foreign(bundle)) {
                bundle.uninstall();
            }
        }
        Path data = Path.of(System.getProperty("openbarnahus.data", "."));
        Path etc = Path.of(System.getProperty("openbarnahus.etc", "etc"));
        // the distribution's own settings too, for tests that start the container themselves
        boolean development = development(etc.resolve(DEVELOPMENT))
                || development(Path.of(System.getProperty("karaf.etc", "etc"), DEVELOPMENT));
        Gate gate = new Gate(
                new Distribution(
                        Path.of(
                                System.getProperty("karaf.home", "."),
                                System.getProperty("karaf.default.repository", "system")),
                        Path.of(context.getProperty(Constants.FRAMEWORK_STORAGE))),
                development);
        for (Bundle bundle : context.getBundles()) {
            if (!gate.lets(bundle)) {
                end(bundle, data);
            }
        }
        context.registerService(ResolverHookFactory.class, gate, null);
        Curtain curtain = new Curtain();
        context.registerService(FindHook.class, curtain, null);
        context.registerService(EventListenerHook.class, curtain, null);
        JarFiles jars = new JarFiles(data.resolve("plugins"));
        context.registerService(
                Admission.class, new PluginFolder(context, gate, jars, etc.resolve("plugin-keys"), development), null);
    }

    /**
     * The framework resolves nothing while a hook refuses one of the bundles that it has kept: it would stand there, mute. There is
     * no log yet. Its own way of ending would wait for this method.
     */
    private static void end(Bundle bundle, Path data) {
        System.err.println("Error: the kept copy of " + bundle.getLocation()
                + " is not what the distribution holds. Find out who" + " changed it; then remove "
                + data.resolve("karaf") + ", which is made anew, and start again.");
        Runtime.getRuntime().halt(1);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the hooks away, and starts nothing any more
    }

    /** {@code development = true}; read once, before anything that could change it through the product. */
    static boolean development(Path file) {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            return false;
        }
        return settings.getProperty("development", "").strip().equals("true");
    }
}
