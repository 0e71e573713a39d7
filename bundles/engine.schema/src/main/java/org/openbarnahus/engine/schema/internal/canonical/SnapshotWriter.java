// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.canonical;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.openbarnahus.core.model.indicator.IndicatorDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Item;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Scale;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.rule.RuleDefinition;
import org.openbarnahus.core.model.rule.TimeLimit;
import org.openbarnahus.core.model.schema.ActivityType;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.Limits;
import org.openbarnahus.core.model.schema.PackRef;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Visibility;

/** Lays a snapshot out as a tree of sorted maps and lists. Absent is left out, so that a new optional member changes no id. */
final class SnapshotWriter {
    private SnapshotWriter() {}

    static Map<String, Object> tree(SchemaSnapshot s) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("country", s.country());
        tree.put("packs", each(s.packs(), SnapshotWriter::pack));
        tree.put("fields", each(new TreeMap<>(s.fields()).values(), SnapshotWriter::field));
        tree.put("code_lists", each(new TreeMap<>(s.codeLists()).values(), SnapshotWriter::list));
        tree.put("activities", each(new TreeMap<>(s.activityTypes()).values(), SnapshotWriter::activity));
        tree.put("rules", each(s.rules(), SnapshotWriter::rule));
        tree.put("indicators", each(s.indicators(), SnapshotWriter::indicator));
        tree.put("questionnaires", each(s.questionnaires(), SnapshotWriter::questionnaire));
        Map<String, Object> words = new TreeMap<>();
        s.words().byLanguage().forEach((language, map) -> words.put(language, new TreeMap<>(map)));
        tree.put("words", words);
        if (!s.retention().isEmpty()) {
            tree.put("retention", each(s.retention(), SnapshotWriter::retention));
        }
        return tree;
    }

    private static <T> List<Map<String, Object>> each(Collection<T> items, Function<T, Map<String, Object>> write) {
        return items.stream().map(write).toList();
    }

    private static Map<String, Object> pack(PackRef pack) {
        return new TreeMap<>(Map.of("code", pack.code(), "version", pack.version(), "draft", pack.draft()));
    }

    private static Map<String, Object> field(FieldDefinition f) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("id", f.id().value());
        tree.put("owner", f.owner());
        tree.put("on", new TreeSet<>(f.scopes().stream().map(s -> s.value()).toList()));
        tree.put("type", name(f.type()));
        tree.put("group", f.group());
        tree.put("order", f.order());
        tree.put("required", name(f.required()));
        f.codeList().ifPresent(l -> tree.put("list", l));
        tree.put("columns", each(f.columns(), SnapshotWriter::column));
        limits(tree, f.limits());
        tree.put("show_if", ConditionJson.write(f.showIf()));
        tree.put("sensitivity", name(f.sensitivity()));
        f.standard().ifPresent(s -> tree.put("standard", s));
        if (!f.visible().isEmpty()) {
            tree.put("visible", each(f.visible(), SnapshotWriter::visibility));
        }
        return tree;
    }

    private static Map<String, Object> visibility(Visibility rule) {
        Map<String, Object> tree = new TreeMap<>(Map.of("agencies", new TreeSet<>(rule.agencies())));
        if (!rule.on().isEmpty()) {
            tree.put("on", new TreeSet<>(rule.on().stream().map(s -> s.value()).toList()));
        }
        return tree;
    }

    private static Map<String, Object> column(Column column) {
        return new TreeMap<>(Map.of("name", column.name(), "list", column.codeList(), "required", column.required()));
    }

    private static void limits(Map<String, Object> tree, Limits limits) {
        put(tree, "min", Optional.ofNullable(limits.min()));
        put(tree, "max", Optional.ofNullable(limits.max()));
        put(tree, "max_length", Optional.ofNullable(limits.maxLength()));
        if (limits.notInFuture()) {
            tree.put("not_in_future", true);
        }
    }

    private static Map<String, Object> list(CodeList list) {
        return new TreeMap<>(Map.of("id", list.id(), "codes", each(list.entries(), SnapshotWriter::code)));
    }

    private static Map<String, Object> code(CodeEntry code) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("code", code.code());
        tree.put("owner", code.owner());
        put(tree, "name", code.name());
        put(tree, "parent", code.parent());
        put(tree, "valid_from", code.validFrom().map(Object::toString));
        put(tree, "valid_to", code.validTo().map(Object::toString));
        if (code.hidden()) {
            tree.put("hidden", true);
        }
        if (!code.mappings().isEmpty()) {
            tree.put("map", new TreeMap<>(code.mappings()));
        }
        return tree;
    }

    private static Map<String, Object> activity(ActivityType type) {
        return new TreeMap<>(Map.of(
                "code", type.code(),
                "owner", type.owner(),
                "standard", type.standard(),
                "order", type.order(),
                "common", type.common()));
    }

    private static Map<String, Object> rule(RuleDefinition rule) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("id", rule.id());
        tree.put("owner", rule.owner());
        tree.put("from", ConditionJson.write(rule.from()));
        tree.put("to", ConditionJson.write(rule.to()));
        tree.put("within", limit(rule.within()));
        tree.put("when", ConditionJson.write(rule.when()));
        rule.extension().ifPresent(e -> tree.put("extension", extension(e)));
        tree.put("citation", rule.citation().text());
        put(tree, "url", rule.citation().url());
        tree.put("verified", rule.citation().verified());
        put(tree, "valid_from", rule.validFrom().map(Object::toString));
        put(tree, "valid_to", rule.validTo().map(Object::toString));
        return tree;
    }

    private static Map<String, Object> retention(RetentionRule rule) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("id", rule.id());
        tree.put("owner", rule.owner());
        tree.put("from", name(rule.start()));
        tree.put("months", rule.months());
        tree.put("when", ConditionJson.write(rule.when()));
        tree.put("citation", rule.citation().text());
        put(tree, "url", rule.citation().url());
        tree.put("verified", rule.citation().verified());
        put(tree, "valid_from", rule.validFrom().map(Object::toString));
        put(tree, "valid_to", rule.validTo().map(Object::toString));
        return tree;
    }

    private static Map<String, Object> extension(RuleDefinition.Extension extension) {
        return new TreeMap<>(Map.of(
                "by", limit(extension.by()),
                "given", ConditionJson.write(extension.given()),
                "reasons", new TreeSet<>(extension.reasons())));
    }

    private static Map<String, Object> limit(TimeLimit limit) {
        return new TreeMap<>(Map.of("amount", limit.amount(), "unit", name(limit.unit())));
    }

    private static Map<String, Object> indicator(IndicatorDefinition i) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("id", i.id());
        tree.put("owner", i.owner());
        tree.put("version", i.version());
        tree.put("standard", i.standard());
        tree.put("kind", name(i.kind()));
        tree.put("period", ConditionJson.write(i.periodDate()));
        tree.put("denominator", ConditionJson.write(i.denominator()));
        tree.put("unknown", ConditionJson.write(i.unknown()));
        tree.put("numerator", ConditionJson.write(i.numerator()));
        put(tree, "from", i.measureFrom().map(ConditionJson::write));
        put(tree, "to", i.measureTo().map(ConditionJson::write));
        put(tree, "field", i.field().map(Object::toString));
        tree.put("unit", i.info().unit());
        tree.put("direction", name(i.info().direction()));
        put(tree, "target", i.info().target().map(Object::toString));
        tree.put("proposal", i.info().proposal());
        tree.put("source", i.info().source());
        return tree;
    }

    private static Map<String, Object> questionnaire(QuestionnaireDefinition q) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("id", q.id());
        tree.put("owner", q.owner());
        tree.put("version", q.version());
        tree.put("respondent", q.respondent());
        put(tree, "min_age", q.minAge());
        put(tree, "max_age", q.maxAge());
        tree.put("scale", scale(q.scale()));
        tree.put("items", each(q.items(), SnapshotWriter::item));
        tree.put("free_items", each(q.freeItems(), SnapshotWriter::item));
        return tree;
    }

    private static Map<String, Object> scale(Scale scale) {
        return new TreeMap<>(Map.of(
                "id",
                scale.id(),
                "steps",
                each(scale.steps(), s -> new TreeMap<>(Map.of("label", s.label(), "points", s.points()))),
                "extra",
                scale.extra()));
    }

    private static Map<String, Object> item(Item item) {
        return new TreeMap<>(Map.of("id", item.id(), "standard", item.standard()));
    }

    private static void put(Map<String, Object> tree, String name, Optional<?> value) {
        value.ifPresent(v -> tree.put(name, v));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
