// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.canonical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.indicator.IndicatorDefinition;
import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Item;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Scale;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Step;
import org.openbarnahus.core.model.rule.Citation;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.rule.RuleDefinition;
import org.openbarnahus.core.model.rule.TimeLimit;
import org.openbarnahus.core.model.schema.ActivityType;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.Limits;
import org.openbarnahus.core.model.schema.PackRef;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Sensitivity;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.model.value.FieldId;

/** Reads what {@link SnapshotWriter} laid out. */
final class SnapshotReader {
    private SnapshotReader() {}

    static SchemaSnapshot snapshot(SnapshotId id, JsonTree tree) {
        Map<String, Map<String, String>> words = new HashMap<>();
        JsonTree languages = tree.tree("words");
        languages.members().keySet().forEach(l -> words.put(String.valueOf(l), languages.textMap(String.valueOf(l))));
        return new SchemaSnapshot(
                id,
                tree.text("country"),
                tree.trees("packs").stream().map(SnapshotReader::pack).toList(),
                map(tree, "fields", SnapshotReader::field, FieldDefinition::id),
                map(tree, "code_lists", SnapshotReader::list, CodeList::id),
                map(tree, "activities", SnapshotReader::activity, ActivityType::code),
                tree.trees("rules").stream().map(SnapshotReader::rule).toList(),
                tree.trees("indicators").stream().map(SnapshotReader::indicator).toList(),
                tree.trees("questionnaires").stream()
                        .map(SnapshotReader::questionnaire)
                        .toList(),
                new Words(words),
                tree.trees("retention").stream().map(SnapshotReader::retention).toList());
    }

    private static <K, T> Map<K, T> map(JsonTree tree, String name, Function<JsonTree, T> read, Function<T, K> key) {
        return tree.trees(name).stream().map(read).collect(Collectors.toMap(key, Function.identity()));
    }

    private static PackRef pack(JsonTree tree) {
        return new PackRef(tree.text("code"), tree.text("version"), tree.flag("draft"));
    }

    private static FieldDefinition field(JsonTree tree) {
        Long length = tree.whole("max_length");
        return new FieldDefinition(
                FieldId.of(tree.text("id")),
                tree.text("owner"),
                tree.texts("on").stream().map(Scope::new).collect(Collectors.toSet()),
                tree.constant("type", FieldType.class),
                tree.text("group"),
                tree.integer("order"),
                tree.constant("required", Requirement.class),
                tree.optional("list"),
                tree.trees("columns").stream()
                        .map(c -> new Column(c.text("name"), c.text("list"), c.flag("required")))
                        .toList(),
                new Limits(
                        tree.whole("min"),
                        tree.whole("max"),
                        length == null ? null : (Integer) length.intValue(),
                        tree.flag("not_in_future")),
                ConditionJson.condition(tree.tree("show_if")),
                tree.constant("sensitivity", Sensitivity.class),
                tree.optional("standard"),
                tree.trees("visible").stream().map(SnapshotReader::visibility).toList());
    }

    private static Visibility visibility(JsonTree tree) {
        return new Visibility(
                tree.texts("on").stream().map(Scope::new).collect(Collectors.toSet()), tree.textSet("agencies"));
    }

    private static CodeList list(JsonTree tree) {
        return CodeList.of(
                tree.text("id"),
                tree.trees("codes").stream().map(SnapshotReader::code).toList());
    }

    private static CodeEntry code(JsonTree tree) {
        return new CodeEntry(
                tree.text("code"),
                tree.text("owner"),
                tree.optional("name"),
                tree.optional("parent"),
                tree.date("valid_from"),
                tree.date("valid_to"),
                tree.flag("hidden"),
                tree.textMap("map"));
    }

    private static ActivityType activity(JsonTree tree) {
        return new ActivityType(
                tree.text("code"),
                tree.text("owner"),
                tree.text("standard"),
                tree.integer("order"),
                tree.flag("common"));
    }

    private static RuleDefinition rule(JsonTree tree) {
        return new RuleDefinition(
                tree.text("id"),
                tree.text("owner"),
                ConditionJson.moment(tree.tree("from")),
                ConditionJson.moment(tree.tree("to")),
                limit(tree.tree("within")),
                ConditionJson.condition(tree.tree("when")),
                tree.optionalTree("extension")
                        .map(e -> new RuleDefinition.Extension(
                                limit(e.tree("by")), ConditionJson.condition(e.tree("given")), e.textSet("reasons"))),
                new Citation(tree.text("citation"), tree.optional("url"), tree.flag("verified")),
                tree.date("valid_from"),
                tree.date("valid_to"));
    }

    private static RetentionRule retention(JsonTree tree) {
        return new RetentionRule(
                tree.text("id"),
                tree.text("owner"),
                tree.constant("from", RetentionRule.Start.class),
                tree.integer("months"),
                ConditionJson.condition(tree.tree("when")),
                new Citation(tree.text("citation"), tree.optional("url"), tree.flag("verified")),
                tree.date("valid_from"),
                tree.date("valid_to"));
    }

    private static TimeLimit limit(JsonTree tree) {
        return new TimeLimit(tree.integer("amount"), tree.constant("unit", TimeLimit.Unit.class));
    }

    private static IndicatorDefinition indicator(JsonTree tree) {
        IndicatorInfo info = new IndicatorInfo(
                tree.text("unit"),
                tree.constant("direction", IndicatorInfo.Direction.class),
                tree.optional("target").map(Double::valueOf),
                tree.flag("proposal"),
                tree.text("source"));
        return new IndicatorDefinition(
                tree.text("id"),
                tree.text("owner"),
                tree.text("version"),
                tree.text("standard"),
                tree.constant("kind", IndicatorKind.class),
                ConditionJson.moment(tree.tree("period")),
                ConditionJson.condition(tree.tree("denominator")),
                ConditionJson.condition(tree.tree("unknown")),
                ConditionJson.condition(tree.tree("numerator")),
                tree.optionalTree("from").map(ConditionJson::moment),
                tree.optionalTree("to").map(ConditionJson::moment),
                tree.optional("field").map(FieldId::of),
                info);
    }

    private static QuestionnaireDefinition questionnaire(JsonTree tree) {
        JsonTree scale = tree.tree("scale");
        List<Step> steps = scale.trees("steps").stream()
                .map(s -> new Step(s.text("label"), s.integer("points")))
                .toList();
        return new QuestionnaireDefinition(
                tree.text("id"),
                tree.text("owner"),
                tree.text("version"),
                tree.text("respondent"),
                age(tree, "min_age"),
                age(tree, "max_age"),
                new Scale(scale.text("id"), steps, scale.texts("extra")),
                items(tree, "items"),
                items(tree, "free_items"));
    }

    private static Optional<Integer> age(JsonTree tree, String name) {
        return tree.has(name) ? Optional.of(tree.integer(name)) : Optional.empty();
    }

    private static List<Item> items(JsonTree tree, String name) {
        return tree.trees(name).stream()
                .map(i -> new Item(i.text("id"), i.text("standard")))
                .toList();
    }
}
