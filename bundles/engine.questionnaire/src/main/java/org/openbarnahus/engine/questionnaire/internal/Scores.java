// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.questionnaire.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Item;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Step;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.service.query.QuestionnaireResults;
import org.openbarnahus.core.service.query.QuestionnaireResults.ItemResult;
import org.openbarnahus.spi.questionnaire.QuestionnaireScorer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores by the scale's own points, or by a scorer in Java. Two scorers for one variant: the later is refused. Nothing is
 * shown of fewer than five answers.
 */
@Component(service = Scores.class)
public final class Scores {
    /** Fewest responses, and fewest scored answers of an item, that are shown. */
    static final int THRESHOLD = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Scores.class);

    private final List<QuestionnaireScorer> scorers = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(QuestionnaireScorer scorer) {
        if (scorer(scorer.questionnaireId()).isPresent()) {
            LOG.error("questionnaire scorer for {} is refused: there is one already", scorer.questionnaireId());
        }
        scorers.add(scorer);
    }

    void remove(QuestionnaireScorer scorer) {
        scorers.remove(scorer);
    }

    /** What the responses say, item by item; without items while there are too few. */
    QuestionnaireResults of(QuestionnaireDefinition questionnaire, List<QuestionnaireResponse> responses) {
        List<ItemResult> items = responses.size() < THRESHOLD
                ? List.of()
                : questionnaire.items().stream()
                        .map(i -> result(questionnaire, responses, i))
                        .toList();
        return new QuestionnaireResults(questionnaire.id(), responses.size(), THRESHOLD, items);
    }

    private ItemResult result(QuestionnaireDefinition questionnaire, List<QuestionnaireResponse> responses, Item item) {
        double[] points = responses.stream()
                .map(r -> points(questionnaire, r, item.id()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        double mean = java.util.Arrays.stream(points).average().orElse(0);
        return new ItemResult(
                item.id(), points.length, points.length < THRESHOLD ? OptionalDouble.empty() : OptionalDouble.of(mean));
    }

    private OptionalDouble points(QuestionnaireDefinition questionnaire, QuestionnaireResponse response, String item) {
        Optional<QuestionnaireScorer> scorer = scorer(questionnaire.id());
        if (scorer.isPresent()) {
            return scorer.get().score(questionnaire, response, item);
        }
        return questionnaire.scale().steps().stream()
                .filter(s -> s.label().equals(response.answers().get(item)))
                .mapToDouble(Step::points)
                .findFirst();
    }

    private Optional<QuestionnaireScorer> scorer(String questionnaireId) {
        return scorers.stream()
                .filter(s -> s.questionnaireId().equals(questionnaireId))
                .findFirst();
    }
}
