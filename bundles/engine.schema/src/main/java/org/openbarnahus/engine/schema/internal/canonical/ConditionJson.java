// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.value.FieldId;

/** Conditions and moments as JSON, in the words of the pack format. */
final class ConditionJson {
    private ConditionJson() {}

    static Map<String, Object> write(Condition condition) {
        Map<String, Object> tree = new TreeMap<>();
        switch (condition) {
            case Condition.All all ->
                tree.put("all", all.of().stream().map(ConditionJson::write).toList());
            case Condition.Any any ->
                tree.put("any", any.of().stream().map(ConditionJson::write).toList());
            case Condition.Not not -> tree.put("not", write(not.of()));
            case Condition.FieldIn in -> {
                tree.put("field", in.field().value());
                tree.put("in", new TreeSet<>(in.codes()));
            }
            case Condition.FieldPresent present -> {
                tree.put("field", present.field().value());
                tree.put("present", true);
            }
            case Condition.NumberBetween between -> {
                tree.put("field", between.field().value());
                tree.put("between", bounds(between));
            }
            case Condition.EventExists event -> {
                tree.put("event", event.type());
                tree.put("where", write(event.where()));
                tree.put("at_least", event.atLeast());
            }
            case Condition.DaysBetween days -> tree.put("days_between", days(days));
        }
        return tree;
    }

    private static List<@Nullable Long> bounds(Condition.NumberBetween between) {
        List<@Nullable Long> bounds = new ArrayList<>();
        bounds.add(between.min());
        bounds.add(between.max());
        return bounds;
    }

    private static Map<String, Object> days(Condition.DaysBetween days) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("from", write(days.from()));
        tree.put("to", write(days.to()));
        if (days.minDays() != null) {
            tree.put("min", days.minDays());
        }
        if (days.maxDays() != null) {
            tree.put("max", days.maxDays());
        }
        return tree;
    }

    static Map<String, Object> write(Moment moment) {
        return switch (moment) {
            case Moment.FieldDate field -> Map.of("field", field.field().value());
            case Moment.EventDate event ->
                new TreeMap<>(Map.of(
                        "event", event.type(), "where", write(event.where()), "pick", event.last() ? "last" : "first"));
        };
    }

    static Condition condition(JsonTree tree) {
        if (tree.has("all")) {
            return new Condition.All(each(tree, "all"));
        }
        if (tree.has("any")) {
            return new Condition.Any(each(tree, "any"));
        }
        if (tree.has("not")) {
            return new Condition.Not(condition(tree.tree("not")));
        }
        if (tree.has("event")) {
            return new Condition.EventExists(
                    tree.text("event"), condition(tree.tree("where")), tree.integer("at_least"));
        }
        if (tree.has("days_between")) {
            return daysBetween(tree.tree("days_between"));
        }
        FieldId field = FieldId.of(tree.text("field"));
        if (tree.has("in")) {
            return new Condition.FieldIn(field, tree.textSet("in"));
        }
        if (tree.has("between")) {
            return new Condition.NumberBetween(field, bound(tree, 0), bound(tree, 1));
        }
        return new Condition.FieldPresent(field);
    }

    private static List<Condition> each(JsonTree tree, String name) {
        return tree.trees(name).stream().map(ConditionJson::condition).toList();
    }

    private static @Nullable Long bound(JsonTree tree, int index) {
        return tree.list("between").get(index) instanceof Number n ? n.longValue() : null;
    }

    private static Condition daysBetween(JsonTree tree) {
        return new Condition.DaysBetween(
                moment(tree.tree("from")),
                moment(tree.tree("to")),
                tree.has("min") ? (Integer) tree.integer("min") : null,
                tree.has("max") ? (Integer) tree.integer("max") : null);
    }

    static Moment moment(JsonTree tree) {
        return tree.has("event")
                ? new Moment.EventDate(
                        tree.text("event"),
                        condition(tree.tree("where")),
                        tree.text("pick").equals("last"))
                : new Moment.FieldDate(FieldId.of(tree.text("field")));
    }
}
