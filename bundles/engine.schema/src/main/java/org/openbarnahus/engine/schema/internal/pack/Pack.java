// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.List;
import java.util.Map;
import org.openbarnahus.core.model.indicator.IndicatorDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.rule.RuleDefinition;
import org.openbarnahus.core.model.schema.ActivityType;
import org.openbarnahus.core.model.schema.FieldDefinition;

/**
 * A pack that was read whole. Whether it fits the packs composed before it is the composer's question.
 *
 * @param words by language, then key
 * @param references what must be declared here or before
 * @param golden files of example cases as they stand
 */
public record Pack(
        PackHead head,
        List<Located<FieldDefinition>> fields,
        List<FieldOverride> overrides,
        List<CodeRows> codeLists,
        List<Located<ActivityType>> activities,
        List<Located<RuleDefinition>> rules,
        List<Located<RetentionRule>> retention,
        List<Located<IndicatorDefinition>> indicators,
        List<Located<QuestionnaireDefinition>> questionnaires,
        List<Located<Standard>> standards,
        Map<String, Map<String, Located<String>>> words,
        List<Reference> references,
        List<Piece> golden) {
    public Pack {
        fields = List.copyOf(fields);
        overrides = List.copyOf(overrides);
        codeLists = List.copyOf(codeLists);
        activities = List.copyOf(activities);
        rules = List.copyOf(rules);
        retention = List.copyOf(retention);
        indicators = List.copyOf(indicators);
        questionnaires = List.copyOf(questionnaires);
        standards = List.copyOf(standards);
        words = Map.copyOf(words);
        references = List.copyOf(references);
        golden = List.copyOf(golden);
    }

    @Override
    public String toString() {
        return "Pack[" + head.code() + "/" + head.version() + "]";
    }
}
