// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** No code of a bundle is ever loaded that is neither the distribution's nor let in here: it cannot resolve. */
final class Gate implements ResolverHookFactory, ResolverHook {
    private final Distribution distribution;
    private final boolean development;
    /** Of others: bundle, to when its bytes came in. An update would change that, and end the admission. */
    private final Map<Long, Long> admitted = new ConcurrentHashMap<>();

    private final Set<String> turnedAway = ConcurrentHashMap.newKeySet();

    Gate(Distribution distribution, boolean development) {
        this.distribution = distribution;
        this.development = development;
    }

    void admit(Bundle bundle) {
        admitted.put(bundle.getBundleId(), bundle.getLastModified());
    }

    void forget(Bundle bundle) {
        admitted.remove(bundle.getBundleId());
    }

    Set<String> turnedAway() {
        return Set.copyOf(turnedAway);
    }

    boolean lets(Bundle bundle) {
        Long since = admitted.get(bundle.getBundleId());
        return bundle.getBundleId() == 0
                || since != null && since == bundle.getLastModified()
                || !PluginFolder.foreign(bundle) && (development || distribution.owns(bundle));
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // says nothing here: there is no log yet, and whatever a hook throws keeps everything from resolving
        candidates.removeIf(revision -> {
            boolean refused = !lets(revision.getBundle());
            if (refused) {
                turnedAway.add(revision.getBundle().getLocation());
            }
            return refused;
        });
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
        // as the framework decides
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        // what a bundle of others may import was decided by its manifest
    }

    @Override
    public void end() {
        // nothing is kept from one resolving to the next
    }
}
