// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.compose;

import java.util.stream.Stream;
import org.openbarnahus.core.model.indicator.IndicatorDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Scale;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.engine.schema.internal.pack.CodeRows;
import org.openbarnahus.engine.schema.internal.pack.FieldOverride;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackHead.Kind;
import org.openbarnahus.engine.schema.internal.pack.Place;
import org.openbarnahus.engine.schema.internal.pack.Problems;

/** Whether every word that a pack's own files need is there, in every language of the pack. */
final class LabelCheck {
    private final Composition all;
    private final Pack pack;
    private final Problems problems;

    LabelCheck(Composition all, Pack pack, Problems problems) {
        this.all = all;
        this.pack = pack;
        this.problems = problems;
    }

    void check() {
        need("pack." + pack.head().code(), Place.start("pack.yaml"));
        if (pack.head().kind() == Kind.COUNTRY) {
            need("country.word.service", Place.start("pack.yaml"));
        }
        pack.fields().forEach(f -> field(f.value(), f.place()));
        pack.overrides().forEach(this::override);
        pack.codeLists().forEach(this::codes);
        pack.activities().forEach(a -> need(a.value().labelKey(), a.place()));
        pack.standards().forEach(s -> need("standard." + s.value().id(), s.place()));
        pack.rules().forEach(r -> need(r.value().labelKey(), r.place()));
        pack.retention().forEach(r -> need(r.value().labelKey(), r.place()));
        pack.indicators().forEach(i -> indicator(i.value(), i.place()));
        pack.questionnaires().forEach(q -> questionnaire(q.value(), q.place()));
    }

    private void field(FieldDefinition field, Place place) {
        need(field.labelKey(), place);
        need("group." + field.group(), place);
        field.columns().forEach(c -> need(field.labelKey() + ".column." + c.name(), place));
        if (!field.visible().isEmpty()) {
            need(field.whyKey(), place);
        }
    }

    private void override(FieldOverride change) {
        FieldDefinition field = all.fields.get(change.id());
        if (field != null && change.visible().isPresent()) {
            need(field.whyKey(), change.place());
        }
    }

    private void codes(CodeRows rows) {
        rows.rows().stream()
                .filter(r -> r.value().name().isEmpty() && !r.value().hidden())
                .forEach(r -> need("code." + rows.list() + "." + r.value().code(), r.place()));
    }

    private void indicator(IndicatorDefinition indicator, Place place) {
        need(indicator.labelKey(), place);
        need(indicator.labelKey() + ".query", place);
    }

    private void questionnaire(QuestionnaireDefinition questionnaire, Place place) {
        need(questionnaire.labelKey(), place);
        Stream.concat(questionnaire.items().stream(), questionnaire.freeItems().stream())
                .forEach(i -> need("item." + i.id(), place));
        Scale scale = questionnaire.scale();
        Stream.concat(scale.steps().stream().map(s -> s.label()), scale.extra().stream())
                .forEach(label -> need("scale." + scale.id() + "." + label, place));
    }

    private void need(String key, Place place) {
        for (String language : pack.head().languages()) {
            if (!all.hasWord(language, key)) {
                problems.add(place, "no word for " + key, "add " + key + "=… to i18n/" + language + ".properties");
            }
        }
    }
}
