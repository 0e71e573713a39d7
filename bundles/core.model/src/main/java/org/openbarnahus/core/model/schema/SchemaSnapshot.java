// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.indicator.IndicatorDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.rule.RuleDefinition;
import org.openbarnahus.core.model.value.FieldId;

/**
 * One immutable composition of the core pack, a country's packs and the site's own. Every case says under which snapshot it
 * was recorded, and every snapshot ever used is kept, so that old values stay readable when a pack is gone.
 *
 * @param country ISO 3166 code of the active country, as {@code SE}
 */
public record SchemaSnapshot(
        SnapshotId id,
        String country,
        List<PackRef> packs,
        Map<FieldId, FieldDefinition> fields,
        Map<String, CodeList> codeLists,
        Map<String, ActivityType> activityTypes,
        List<RuleDefinition> rules,
        List<IndicatorDefinition> indicators,
        List<QuestionnaireDefinition> questionnaires,
        Words words,
        List<RetentionRule> retention) {
    private static final Comparator<FieldDefinition> FORM_ORDER =
            Comparator.comparingInt(FieldDefinition::order).thenComparing(FieldDefinition::id);

    public SchemaSnapshot {
        packs = List.copyOf(packs);
        fields = Map.copyOf(fields);
        codeLists = Map.copyOf(codeLists);
        activityTypes = Map.copyOf(activityTypes);
        rules = List.copyOf(rules);
        indicators = List.copyOf(indicators);
        questionnaires = List.copyOf(questionnaires);
        retention = List.copyOf(retention);
    }

    /** A composition that says nothing about how long cases are kept. */
    public SchemaSnapshot(
            SnapshotId id,
            String country,
            List<PackRef> packs,
            Map<FieldId, FieldDefinition> fields,
            Map<String, CodeList> codeLists,
            Map<String, ActivityType> activityTypes,
            List<RuleDefinition> rules,
            List<IndicatorDefinition> indicators,
            List<QuestionnaireDefinition> questionnaires,
            Words words) {
        this(id, country, packs, fields, codeLists, activityTypes, rules, indicators, questionnaires, words, List.of());
    }

    /** Definition of the field; one id means one thing, in however many activity types it is asked for. */
    public Optional<FieldDefinition> field(FieldId id) {
        return Optional.ofNullable(fields.get(id));
    }

    /** Fields asked for in the scope, in form order; for an activity type, the common activity fields included. */
    public List<FieldDefinition> fields(Scope scope) {
        return fields.values().stream()
                .filter(f -> f.askedIn(scope))
                .sorted(FORM_ORDER)
                .toList();
    }

    /** Those of the scope that cannot stay empty for ever, in form order. */
    public List<FieldDefinition> required(Scope scope) {
        return fields.values().stream()
                .filter(f -> f.required() != Requirement.NO && f.askedIn(scope))
                .sorted(FORM_ORDER)
                .toList();
    }

    /** The same composition with fewer fields: what a form asks of somebody who is not shown all of them. */
    public SchemaSnapshot without(Set<FieldId> fewer) {
        if (fewer.isEmpty()) {
            return this;
        }
        Map<FieldId, FieldDefinition> left = new HashMap<>(fields);
        left.keySet().removeAll(fewer);
        return new SchemaSnapshot(
                id,
                country,
                packs,
                left,
                codeLists,
                activityTypes,
                rules,
                indicators,
                questionnaires,
                words,
                retention);
    }

    public Optional<CodeList> codeList(String id) {
        return Optional.ofNullable(codeLists.get(id));
    }

    public Optional<ActivityType> activityType(String code) {
        return Optional.ofNullable(activityTypes.get(code));
    }

    public Collection<ActivityType> activityTypesInOrder() {
        return activityTypes.values().stream()
                .sorted(Comparator.comparingInt(ActivityType::order).thenComparing(ActivityType::code))
                .toList();
    }

    public List<RuleDefinition> rulesOn(LocalDate day) {
        return rules.stream().filter(r -> r.validOn(day)).toList();
    }

    public Optional<RetentionRule> retention(String id) {
        return retention.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    public String label(Locale locale, String key) {
        return words.get(locale, key);
    }

    /** Label of a code: the pack's word, else the entry's own name, else the code. */
    public String codeLabel(Locale locale, String list, String code) {
        return words.find(locale, "code." + list + "." + code)
                .or(() -> codeList(list).flatMap(l -> l.find(code)).flatMap(CodeEntry::name))
                .orElse(code);
    }
}
