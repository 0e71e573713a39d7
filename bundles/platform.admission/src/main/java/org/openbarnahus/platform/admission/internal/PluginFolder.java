// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import org.openbarnahus.platform.admission.Admission;
import org.openbarnahus.platform.admission.NotAdmittedException;
import org.openbarnahus.platform.admission.Offer;
import org.openbarnahus.platform.admission.Refusal.Reason;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** {@code DATA/plugins} against {@code DATA/etc/plugin-keys}. */
final class PluginFolder implements Admission {
    private static final String ADDRESS = "plugin:";

    private final BundleContext context;
    private final Gate gate;
    private final JarFiles jars;
    private final Path keys;
    private final boolean development;
    private final Map<String, Bundle> running = new TreeMap<>();

    /** What of the signature is right. */
    private record Sealed(byte[] bytes, Optional<String> signer) {}

    PluginFolder(BundleContext context, Gate gate, JarFiles jars, Path keys, boolean development) {
        this.context = context;
        this.gate = gate;
        this.jars = jars;
        this.keys = keys;
        this.development = development;
    }

    /** Whether a bundle came in through here, or claims to. */
    static boolean foreign(Bundle bundle) {
        return bundle.getLocation().startsWith(ADDRESS);
    }

    @Override
    public boolean development() {
        return development;
    }

    @Override
    public Set<String> turnedAway() {
        return gate.turnedAway();
    }

    @Override
    public synchronized List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(jars.names());
        names.addAll(running.keySet());
        names.forEach(name -> offers.add(offer(name)));
        return List.copyOf(offers);
    }

    @Override
    public synchronized Optional<Bundle> running(String name) {
        return Optional.ofNullable(running.get(name)).filter(b -> b.getState() != Bundle.UNINSTALLED);
    }

    @Override
    public synchronized Bundle admit(String name) throws NotAdmittedException, BundleException {
        Sealed sealed = sealed(jars.bytes(name), name);
        dismiss(name);
        throwKeptAway();
        Bundle bundle = context.installBundle(
                ADDRESS + name + ":" + Seals.sha256(sealed.bytes()), new ByteArrayInputStream(sealed.bytes()));
        try {
            mannered(bundle.getHeaders("")::get);
            gate.admit(bundle);
            // the framework shall not try by itself after a restart: it would try bytes that nobody has verified since
            bundle.start(Bundle.START_TRANSIENT);
            running.put(name, bundle);
            return bundle;
        } catch (NotAdmittedException | BundleException | RuntimeException e) {
            takeOut(bundle);
            throw e;
        }
    }

    @Override
    public synchronized void dismiss(String name) throws BundleException {
        Bundle bundle = running.remove(name);
        if (bundle != null && bundle.getState() != Bundle.UNINSTALLED) {
            takeOut(bundle);
        }
    }

    /** What the framework has kept from before a restart; not while it starts, which it does not survive. */
    private void throwKeptAway() throws BundleException {
        for (Bundle bundle : context.getBundles()) {
            if (foreign(bundle) && !running.containsValue(bundle)) {
                bundle.uninstall();
            }
        }
    }

    private void takeOut(Bundle bundle) throws BundleException {
        gate.forget(bundle);
        bundle.uninstall();
    }

    private Offer offer(String name) {
        String title = name;
        String version = "";
        String sha256 = "";
        Optional<String> signer = Optional.empty();
        try {
            byte[] bytes = jars.bytes(name);
            sha256 = Seals.sha256(bytes);
            Attributes manifest = jars.manifest(name);
            title = Optional.ofNullable(manifest.getValue("Bundle-Name")).orElse(name);
            version = Optional.ofNullable(manifest.getValue("Bundle-Version")).orElse("");
            signer = sealed(bytes, name).signer();
            mannered(manifest::getValue);
            return new Offer(name, title, version, sha256, signer, Optional.empty());
        } catch (NotAdmittedException e) {
            return new Offer(name, title, version, sha256, signer, Optional.of(e.refusal()));
        }
    }

    /** In development a missing or wrong signature is no reason; whoever is known is named all the same. */
    private Sealed sealed(byte[] bytes, String name) throws NotAdmittedException {
        try {
            return new Sealed(bytes, Optional.of(Signers.in(keys).signer(bytes, jars.signature(name))));
        } catch (NotAdmittedException e) {
            if (development) {
                return new Sealed(bytes, Optional.empty());
            }
            throw e;
        }
    }

    private static void mannered(Manners.Headers headers) throws NotAdmittedException {
        Optional<String> bad = Manners.bad(headers);
        if (bad.isPresent()) {
            throw new NotAdmittedException(Reason.FORBIDDEN, bad.get());
        }
    }
}
