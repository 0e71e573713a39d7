// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.privacy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.spi.privacy.Finding;
import org.openbarnahus.spi.privacy.IdentifierDetector;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows every text to every detector. Those of other countries are asked too, because children move across borders; but text
 * is accepted only while the house's own country is covered, and while no detector fails.
 */
@Component
public final class TextScreen implements PrivacyGate {
    /** Most characters of a text, as detectors are promised. */
    static final int MAX_LENGTH = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(TextScreen.class);

    private final List<IdentifierDetector> detectors = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(IdentifierDetector detector) {
        detectors.add(detector);
    }

    void remove(IdentifierDetector detector) {
        detectors.remove(detector);
        failing.remove(detector.id());
    }

    @Override
    public boolean ready(String country) {
        return detectors.stream().anyMatch(d -> d.countries().contains(country));
    }

    @Override
    public List<Problem> screen(String country, FieldValues values) {
        boolean ready = ready(country);
        List<Problem> problems = new ArrayList<>();
        values.map().forEach((field, value) -> {
            if (value instanceof TextValue text) {
                problems.addAll(ready ? screen(field.value(), text.text()) : List.of(notScreened(field.value())));
            }
        });
        return problems;
    }

    private List<Problem> screen(String path, String typed) {
        ScreenedText text = new ScreenedText(typed);
        if (text.text().length() > MAX_LENGTH) {
            return List.of(Problem.at(ErrorCode.TOO_LONG, path, "max", String.valueOf(MAX_LENGTH)));
        }
        List<Problem> problems = new ArrayList<>();
        for (IdentifierDetector detector : detectors) {
            try {
                for (Finding finding : detector.find(text.text())) {
                    if (finding.certain()) {
                        problems.add(found(path, finding, text));
                    }
                }
                failing.remove(detector.id());
            } catch (RuntimeException | LinkageError e) {
                report(detector, e);
                return List.of(notScreened(path));
            }
        }
        return problems.stream().distinct().toList();
    }

    private static Problem found(String path, Finding finding, ScreenedText text) {
        String position = String.valueOf(text.typedOffset(finding.start()) + 1);
        return new Problem(ErrorCode.IDENTIFIER_IN_TEXT, path, Map.of("kind", finding.kind(), "position", position));
    }

    private static Problem notScreened(String path) {
        return Problem.at(ErrorCode.TEXT_NOT_SCREENED, path);
    }

    /** The exception's message may quote the text: its type alone is logged, once until the detector works again. */
    private void report(IdentifierDetector detector, Throwable failure) {
        if (failing.add(detector.id())) {
            LOG.error(
                    "identifier detector {} failed with {}: free text is refused",
                    detector.id(),
                    failure.getClass().getName());
        }
    }
}
