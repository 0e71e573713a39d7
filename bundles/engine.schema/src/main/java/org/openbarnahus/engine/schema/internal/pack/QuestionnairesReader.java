// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Item;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Scale;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Step;

/** Reads {@code questionnaires/*.yaml}. */
final class QuestionnairesReader {
    private final Reading reading;
    private final Problems problems;
    private final List<Located<QuestionnaireDefinition>> questionnaires = new ArrayList<>();

    QuestionnairesReader(Reading reading) {
        this.reading = reading;
        this.problems = reading.problems();
    }

    List<Located<QuestionnaireDefinition>> questionnaires() {
        return questionnaires;
    }

    void read(Piece document) {
        Keyed.of(document, problems).ifPresent(file -> {
            file.items("questionnaires").forEach(p -> Keyed.of(p, problems).ifPresent(this::questionnaire));
            file.finish();
        });
    }

    private void questionnaire(Keyed keyed) {
        Optional<String> id = keyed.requiredText("id");
        Optional<String> version = keyed.requiredText("version");
        Optional<String> respondent = keyed.requiredText("respondent");
        List<Optional<Integer>> ages = ages(keyed);
        Optional<Scale> scale = keyed.required("scale").flatMap(this::scale);
        keyed.required("items");
        List<Item> items = items(keyed, "items");
        List<Item> freeItems = items(keyed, "free_items");
        keyed.finish();
        Set<String> seen = new HashSet<>();
        items.stream().filter(i -> !seen.add(i.id())).forEach(i -> twice(keyed, i));
        freeItems.stream().filter(i -> !seen.add(i.id())).forEach(i -> twice(keyed, i));
        if (id.isEmpty() || version.isEmpty() || respondent.isEmpty() || scale.isEmpty()) {
            return;
        }
        reading.claim(
                "questionnaire", id.get(), keyed.place("id"), reading.head().prefix());
        questionnaires.add(new Located<>(
                new QuestionnaireDefinition(
                        id.get(),
                        reading.head().code(),
                        version.get(),
                        respondent.get(),
                        ages.get(0),
                        ages.get(1),
                        scale.get(),
                        items,
                        freeItems),
                keyed.place("id")));
    }

    private void twice(Keyed keyed, Item item) {
        problems.add(keyed.place("items"), "item " + Problems.quote(item.id()) + " twice", "keep one of them");
    }

    private List<Optional<Integer>> ages(Keyed keyed) {
        List<String> ages = keyed.texts("ages");
        if (ages.isEmpty()) {
            return List.of(Optional.empty(), Optional.empty());
        }
        if (ages.size() != 2 || !ages.stream().allMatch(a -> a.matches("\\d{1,3}"))) {
            problems.add(keyed.place("ages"), "ages needs two whole numbers", "write [9, 12]");
            return List.of(Optional.empty(), Optional.empty());
        }
        return ages.stream().map(a -> Optional.of(Integer.valueOf(a))).toList();
    }

    private Optional<Scale> scale(Piece piece) {
        return Keyed.of(piece, problems).flatMap(keyed -> {
            Optional<String> id = keyed.requiredText("id");
            keyed.required("steps");
            List<Step> steps = keyed.items("steps").stream()
                    .flatMap(p -> Keyed.of(p, problems).flatMap(this::step).stream())
                    .toList();
            List<String> extra = keyed.texts("extra");
            keyed.finish();
            return id.map(i -> new Scale(i, steps, extra));
        });
    }

    private Optional<Step> step(Keyed keyed) {
        Optional<String> label = keyed.requiredText("label");
        keyed.required("points");
        int points = keyed.whole("points", 0);
        keyed.finish();
        if (points < 0 || points > 100) {
            problems.add(keyed.place("points"), "points are out of bounds", "use 0 to 100");
        }
        return label.map(l -> new Step(l, points));
    }

    private List<Item> items(Keyed keyed, String key) {
        List<Item> items = new ArrayList<>();
        for (Piece piece : keyed.items(key)) {
            Keyed.of(piece, problems).ifPresent(i -> {
                Optional<String> id = i.requiredText("id");
                String standard = i.text("standard").orElse("");
                i.finish();
                id.ifPresent(x -> items.add(new Item(x, standard)));
            });
        }
        return items;
    }
}
