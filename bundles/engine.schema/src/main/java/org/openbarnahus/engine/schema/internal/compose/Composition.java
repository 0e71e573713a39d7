// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.indicator.IndicatorDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.rule.RuleDefinition;
import org.openbarnahus.core.model.schema.ActivityType;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.PackRef;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.engine.schema.internal.canonical.SnapshotText;
import org.openbarnahus.engine.schema.internal.pack.Standard;

/** What the packs added so far make together. Not shared: {@link Merge} works on a copy and hands it on when all fits. */
final class Composition {
    private static final SnapshotId UNNAMED = new SnapshotId("s0000000000000000");

    final List<PackRef> packs = new ArrayList<>();
    final Map<FieldId, FieldDefinition> fields = new TreeMap<>();
    final Map<String, CodeList> codeLists = new TreeMap<>();
    /** Lists that the core asks for and leaves to the country. */
    final Set<String> openLists = new TreeSet<>();

    final Map<String, ActivityType> activities = new TreeMap<>();
    final List<RuleDefinition> rules = new ArrayList<>();
    final List<RetentionRule> retention = new ArrayList<>();
    final List<IndicatorDefinition> indicators = new ArrayList<>();
    final List<QuestionnaireDefinition> questionnaires = new ArrayList<>();
    final Map<String, Standard> standards = new TreeMap<>();
    final Map<String, Map<String, String>> words = new TreeMap<>();

    Composition copy() {
        Composition copy = new Composition();
        copy.packs.addAll(packs);
        copy.fields.putAll(fields);
        copy.codeLists.putAll(codeLists);
        copy.openLists.addAll(openLists);
        copy.activities.putAll(activities);
        copy.rules.addAll(rules);
        copy.retention.addAll(retention);
        copy.indicators.addAll(indicators);
        copy.questionnaires.addAll(questionnaires);
        copy.standards.putAll(standards);
        words.forEach((language, map) -> copy.words.put(language, new TreeMap<>(map)));
        return copy;
    }

    boolean has(String packCode) {
        return packs.stream().anyMatch(p -> p.code().equals(packCode));
    }

    /** The code list behind a coded field. */
    Optional<String> listOf(FieldDefinition field) {
        return field.type() == FieldType.YES_NO_UNKNOWN ? Optional.of("yes_no_unknown") : field.codeList();
    }

    boolean hasWord(String language, String key) {
        return words.getOrDefault(language, Map.of()).containsKey(key);
    }

    /** The immutable composition, named by its content. */
    SchemaSnapshot snapshot(String country) {
        SchemaSnapshot unnamed = named(UNNAMED, country);
        return named(SnapshotText.id(SnapshotText.write(unnamed)), country);
    }

    private SchemaSnapshot named(SnapshotId id, String country) {
        return new SchemaSnapshot(
                id,
                country,
                packs,
                fields,
                codeLists,
                activities,
                rules,
                indicators,
                questionnaires,
                new Words(words),
                retention);
    }
}
