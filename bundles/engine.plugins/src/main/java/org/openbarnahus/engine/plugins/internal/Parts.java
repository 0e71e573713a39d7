// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbarnahus.engine.plugins.internal.Shelf.Part;
import org.openbarnahus.spi.indicator.IndicatorCalculator;
import org.openbarnahus.spi.privacy.IdentifierDetector;
import org.openbarnahus.spi.questionnaire.QuestionnaireScorer;
import org.openbarnahus.spi.rule.LegalRule;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Reads from a running bundle what it brings. */
final class Parts {
    private Parts() {}

    static Part of(Bundle bundle, BundleContext context) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        boolean running = bundle.getState() == Bundle.ACTIVE || fragment && bundle.getState() == Bundle.RESOLVED;
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        List<String> provides = services == null
                ? List.of()
                : Arrays.stream(services)
                        .sorted()
                        .map(r -> provided(r, context))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        return new Part(bundle.getSymbolicName(), running, provides);
    }

    private static Optional<String> provided(ServiceReference<?> reference, BundleContext context) {
        Object service = context.getService(reference);
        try {
            return switch (service) {
                case LegalRule rule -> Optional.of("rule:" + rule.id());
                case IndicatorCalculator calculator -> Optional.of("indicator:" + calculator.id());
                case IdentifierDetector detector -> Optional.of("detector:" + detector.id());
                case QuestionnaireScorer scorer -> Optional.of("scorer:" + scorer.questionnaireId());
                case null, default -> view(reference);
            };
        } finally {
            context.ungetService(reference);
        }
    }

    /** Pages belong to the UI, which this layer does not know: they are named by their component. */
    private static Optional<String> view(ServiceReference<?> reference) {
        boolean view = Stream.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
                .anyMatch(name -> name.endsWith(".ViewContribution"));
        return view
                ? Optional.ofNullable(reference.getProperty("component.name"))
                        .map(name -> "view:"
                                + name.toString().substring(name.toString().lastIndexOf('.') + 1))
                : Optional.empty();
    }
}
