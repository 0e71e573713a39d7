// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.Limits;
import org.openbarnahus.core.model.schema.PackRef;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.engine.schema.internal.pack.ConditionReader;
import org.openbarnahus.engine.schema.internal.pack.FieldOverride;
import org.openbarnahus.engine.schema.internal.pack.Located;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackHead.Kind;
import org.openbarnahus.engine.schema.internal.pack.PackProblem;
import org.openbarnahus.engine.schema.internal.pack.Place;
import org.openbarnahus.engine.schema.internal.pack.Problems;

/** Adds one pack to a composition, whole or not at all. */
final class Merge {
    private final Composition to;
    private final Pack pack;
    private final Problems problems = new Problems();

    private Merge(Composition base, Pack pack) {
        this.to = base.copy();
        this.pack = pack;
    }

    /**
     * @param composition the base with the pack added, meaningful only when there are no problems
     */
    record Result(Composition composition, List<PackProblem> problems) {}

    static Result merge(Composition base, Pack pack) {
        Merge merge = new Merge(base, pack);
        merge.all();
        return new Result(merge.to, merge.problems.list());
    }

    private void all() {
        to.packs.add(new PackRef(
                pack.head().code(), pack.head().version(), pack.head().draft()));
        each("field", pack.fields(), FieldDefinition::id, to.fields);
        each("activity", pack.activities(), a -> a.code(), to.activities);
        each("standard", pack.standards(), s -> s.id(), to.standards);
        append("rule", pack.rules(), to.rules, r -> r.id());
        append("rule", pack.retention(), to.retention, r -> r.id());
        append("indicator", pack.indicators(), to.indicators, i -> i.id());
        append("questionnaire", pack.questionnaires(), to.questionnaires, q -> q.id());
        pack.codeLists().forEach(rows -> CodeMerge.merge(to, pack, rows, problems));
        pack.overrides().forEach(this::override);
        words();
        new ReferenceCheck(to, pack, problems).check();
        new LabelCheck(to, pack, problems).check();
        new VisibleCheck(to, pack, problems).check();
    }

    private <K extends Comparable<K>, T> void each(
            String kind, List<Located<T>> items, Function<T, K> id, Map<K, T> into) {
        for (Located<T> item : items) {
            if (into.putIfAbsent(id.apply(item.value()), item.value()) != null) {
                taken(kind, id.apply(item.value()).toString(), item.place());
            }
        }
    }

    private <T> void append(String kind, List<Located<T>> items, List<T> into, Function<T, String> id) {
        for (Located<T> item : items) {
            String name = id.apply(item.value());
            if (into.stream().anyMatch(t -> id.apply(t).equals(name))) {
                taken(kind, name, item.place());
            }
            into.add(item.value());
        }
    }

    private void taken(String kind, String id, Place place) {
        problems.add(place, kind + " " + Problems.quote(id) + " exists in another pack", "choose another id");
    }

    private void override(FieldOverride change) {
        FieldDefinition field = to.fields.get(change.id());
        if (field == null) {
            problems.add(
                    change.place(), "no field " + Problems.quote(change.id().value()), "name an existing field");
            return;
        }
        if (change.required().filter(r -> r.compareTo(field.required()) > 0).isPresent()) {
            problems.add(change.place(), "the field is required already", "a pack may tighten, never loosen");
        }
        boolean bounds = change.min().isPresent() || change.max().isPresent();
        if (bounds && field.type() != FieldType.INTEGER) {
            problems.add(change.place(), "min and max belong to type integer", "take them away");
        }
        to.fields.put(field.id(), changed(field, change));
    }

    private static FieldDefinition changed(FieldDefinition field, FieldOverride change) {
        Limits old = field.limits();
        Limits limits = new Limits(
                change.min().orElse(old.min()), change.max().orElse(old.max()), old.maxLength(), old.notInFuture());
        Condition shown =
                change.hidden() ? ConditionReader.NEVER : change.showIf().orElse(field.showIf());
        Requirement required = change.required().orElse(field.required());
        return new FieldDefinition(
                field.id(),
                field.owner(),
                field.scopes(),
                field.type(),
                field.group(),
                change.order().orElse(field.order()),
                required,
                field.codeList(),
                field.columns(),
                limits,
                shown,
                field.sensitivity(),
                field.standard(),
                change.visible().orElse(field.visible()));
    }

    private void words() {
        boolean mayRelabel = pack.head().kind() == Kind.COUNTRY || pack.head().kind() == Kind.SITE;
        pack.words().forEach((language, words) -> {
            Map<String, String> into = to.words.computeIfAbsent(language, l -> new TreeMap<>());
            words.forEach((key, word) -> {
                Optional<String> before = Optional.ofNullable(into.put(key, word.value()));
                if (before.isPresent() && !mayRelabel) {
                    problems.add(
                            word.place(), "another pack has the word " + key, "only country and site packs relabel");
                }
            });
        });
    }

    /** For messages about fields. */
    static String name(FieldId field) {
        return Problems.quote(field.value());
    }
}
