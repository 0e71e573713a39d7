// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.platform.admission.Admission;
import org.openbarnahus.platform.admission.NotAdmittedException;
import org.openbarnahus.platform.admission.Offer;
import org.openbarnahus.platform.admission.Refusal;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jars of others in the site's folder, let in by their signatures. */
@Component(service = JarShelf.class)
public final class JarShelf implements Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(JarShelf.class);
    private static final String PREFIX = "jar-";

    private final BundleContext context;
    private final Admission admission;

    @Activate
    public JarShelf(BundleContext context, @Reference Admission admission) {
        this.context = context;
        this.admission = admission;
        if (admission.development()) {
            LOG.warn("DEVELOPMENT MODE: code that nobody signed may run here; never with real cases."
                    + " Remove development from etc/org.openbarnahus.plugins.cfg and start again");
        }
        admission.turnedAway().forEach(address -> LOG.warn("not of this distribution, and does not run: {}", address));
        admission
                .offers()
                .forEach(o -> o.refusal()
                        .ifPresent(
                                r -> LOG.warn("plugins/{}.jar may not run: {} {}", o.name(), r.reason(), r.detail())));
    }

    @Override
    public List<Item> items() {
        return admission.offers().stream().map(this::item).toList();
    }

    @Override
    public void put(Item item, boolean in) throws SwitchFailedException {
        String name = item.name().substring(PREFIX.length());
        try {
            if (in) {
                admission.admit(name);
            } else {
                admission.dismiss(name);
            }
        } catch (NotAdmittedException | BundleException e) {
            throw new SwitchFailedException(e);
        }
    }

    private Item item(Offer offer) {
        Optional<Bundle> bundle = admission.running(offer.name());
        List<Part> parts = bundle.map(b -> Parts.of(b, context)).stream().toList();
        return new Item(
                PREFIX + offer.name(),
                offer.title(),
                offer.version(),
                bundle.isPresent(),
                parts,
                Optional.of(new Origin(
                        offer.sha256(), offer.signer(), offer.refusal().map(JarShelf::problem))));
    }

    private static Problem problem(Refusal refusal) {
        ErrorCode code = switch (refusal.reason()) {
            case UNREADABLE -> ErrorCode.PLUGIN_UNREADABLE;
            case UNSIGNED -> ErrorCode.PLUGIN_UNSIGNED;
            case STRANGER -> ErrorCode.PLUGIN_STRANGER;
            case CHANGED -> ErrorCode.PLUGIN_CHANGED;
            case FORBIDDEN -> ErrorCode.PLUGIN_FORBIDDEN;
        };
        return Problem.at(code, "", "detail", refusal.detail());
    }
}
