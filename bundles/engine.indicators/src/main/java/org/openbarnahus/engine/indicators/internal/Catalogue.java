// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openbarnahus.core.model.indicator.IndicatorDefinition;
import org.openbarnahus.core.model.schema.PackRef;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.spi.indicator.IndicatorCalculator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indicators that exist just now, declared as data or written in Java. Of two with one id the later is refused and logged,
 * and Plugins shows it; data cannot be displaced by Java.
 */
@Component(service = Catalogue.class)
public final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private final List<IndicatorCalculator> calculators = new CopyOnWriteArrayList<>();
    private final Set<String> refused = new ConcurrentSkipListSet<>();

    /**
     * An indicator that can be asked for.
     *
     * @param version its own and that of the pack or bundle it comes from, {@code 1.0.0@bqs/0.1.0}
     */
    record Offer(IndicatorCalculator calculator, boolean data, String version) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(IndicatorCalculator calculator) {
        calculators.add(calculator);
    }

    void remove(IndicatorCalculator calculator) {
        calculators.remove(calculator);
        refused.remove(calculator.id());
    }

    /** The indicators under the snapshot by id. */
    Map<String, Offer> offers(SchemaSnapshot snapshot) {
        Map<String, Offer> offers = new HashMap<>();
        for (IndicatorDefinition definition : snapshot.indicators()) {
            String version = definition.version() + "@" + definition.owner() + "/" + packVersion(snapshot, definition);
            offers.put(definition.id(), new Offer(new DeclaredIndicator(definition), true, version));
        }
        for (IndicatorCalculator calculator : calculators) {
            Offer offer = new Offer(calculator, false, calculator.version() + "@" + bundle(calculator));
            if (offers.putIfAbsent(calculator.id(), offer) != null && refused.add(calculator.id())) {
                LOG.error("indicator {} of {} is refused: its id exists already", calculator.id(), offer.version());
            }
        }
        return offers;
    }

    /** Ids of calculators that were refused. */
    Collection<String> refused() {
        return List.copyOf(refused);
    }

    private static String packVersion(SchemaSnapshot snapshot, IndicatorDefinition definition) {
        return snapshot.packs().stream()
                .filter(p -> p.code().equals(definition.owner()))
                .map(PackRef::version)
                .findFirst()
                .orElse("unknown");
    }

    private static String bundle(IndicatorCalculator calculator) {
        Optional<Bundle> bundle = Optional.ofNullable(FrameworkUtil.getBundle(calculator.getClass()));
        return bundle.map(b -> b.getSymbolicName() + "/" + b.getVersion())
                .orElseGet(() -> calculator.getClass().getPackageName());
    }
}
