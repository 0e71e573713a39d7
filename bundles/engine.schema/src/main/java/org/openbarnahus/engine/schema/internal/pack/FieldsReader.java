// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.Limits;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Sensitivity;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.model.value.FieldId;

/** Reads {@code fields/*.yaml}: fields and overrides. */
final class FieldsReader {
    /** Most characters of a text whose pack sets no bound. */
    private static final int TEXT_LENGTH = 2000;

    static final String SCOPE = "case|activity:(\\*|[a-z][a-z0-9_.]{0,63})";
    static final String NO_PLACE = "no such place for a field";
    static final String PLACES = "use case, activity:* or activity:<type>";
    private static final String NO_IDENTIFIER =
            "Barnahus records nobody's name, birth date, address, phone or id number: "
                    + "take the field away, or ask for a code or a band";

    private final Reading reading;
    private final Problems problems;
    private final List<Located<FieldDefinition>> fields = new ArrayList<>();
    private final List<FieldOverride> overrides = new ArrayList<>();

    FieldsReader(Reading reading) {
        this.reading = reading;
        this.problems = reading.problems();
    }

    List<Located<FieldDefinition>> fields() {
        return fields;
    }

    List<FieldOverride> overrides() {
        return overrides;
    }

    void read(Piece document) {
        Keyed.of(document, problems).ifPresent(file -> {
            file.items("fields").forEach(p -> Keyed.of(p, problems).ifPresent(this::field));
            file.items("overrides").forEach(p -> Keyed.of(p, problems).ifPresent(this::override));
            file.finish();
        });
    }

    private void field(Keyed keyed) {
        Optional<FieldId> id = id(keyed);
        Optional<FieldType> type = type(keyed);
        Set<Scope> scopes = scopes(keyed);
        Optional<String> list = list(keyed, type);
        List<Column> columns = columns(keyed, type);
        Limits limits = limits(keyed, type);
        Optional<Sensitivity> sensitivity = sensitivity(keyed, type);
        String group = keyed.requiredText("group").orElse("");
        int order = keyed.whole("order", 1000);
        Requirement required = keyed.choice("required", Requirement.class).orElse(Requirement.NO);
        Condition showIf = reading.conditions().condition(keyed.piece("show_if"), scopes, Condition.ALWAYS);
        Optional<String> standard = keyed.text("standard");
        List<Visibility> visible = new VisibleReader(reading).read(keyed).orElse(List.of());
        keyed.finish();
        if (id.isEmpty() || type.isEmpty() || sensitivity.isEmpty() || scopes.isEmpty()) {
            return;
        }
        reading.claim(
                "field", id.get().value(), keyed.place("id"), reading.head().prefix());
        fields.add(new Located<>(
                new FieldDefinition(
                        id.get(),
                        reading.head().code(),
                        scopes,
                        type.get(),
                        group,
                        order,
                        required,
                        list,
                        columns,
                        limits,
                        showIf,
                        sensitivity.get(),
                        standard,
                        visible),
                keyed.place("id")));
    }

    private Optional<FieldId> id(Keyed keyed) {
        Optional<String> text = keyed.requiredText("id");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!FieldId.isValid(text.get())) {
            problems.add(
                    keyed.place("id"),
                    Problems.quote(text.get()) + " is not a field id",
                    "use lower-case letters, digits and _ with dots between");
            return Optional.empty();
        }
        if (IdentifyingNames.matches(text.get())) {
            problems.add(keyed.place("id"), "field " + Problems.quote(text.get()) + " is identifying", NO_IDENTIFIER);
        }
        return text.map(FieldId::of);
    }

    private Optional<FieldType> type(Keyed keyed) {
        Optional<String> name = keyed.requiredText("type");
        if (name.filter(IdentifyingNames::matches).isPresent()) {
            problems.add(keyed.place("type"), "type " + Problems.quote(name.get()) + " is identifying", NO_IDENTIFIER);
            return Optional.empty();
        }
        return name.isPresent() ? keyed.choice("type", FieldType.class) : Optional.empty();
    }

    private Set<Scope> scopes(Keyed keyed) {
        keyed.required("on");
        Set<Scope> scopes = new HashSet<>();
        for (Piece piece : keyed.items("on")) {
            String text = piece instanceof Piece.Scalar s ? s.text() : "";
            if (!text.matches(SCOPE)) {
                problems.add(piece.place(), NO_PLACE, PLACES);
                continue;
            }
            scopes.add(new Scope(text));
            if (text.startsWith("activity:") && !text.endsWith("*")) {
                reading.references().add(new Reference.ToActivity(text.substring(9), piece.place()));
            }
        }
        return scopes;
    }

    private Optional<String> list(Keyed keyed, Optional<FieldType> type) {
        boolean coded = type.filter(t -> t == FieldType.CODE || t == FieldType.CODE_MULTI)
                .isPresent();
        Optional<String> list = coded ? keyed.requiredText("list") : keyed.text("list");
        list.ifPresent(l -> reading.references().add(new Reference.ToList(l, keyed.place("list"))));
        if (type.filter(t -> t == FieldType.YES_NO_UNKNOWN).isPresent()) {
            reading.references().add(new Reference.ToList("yes_no_unknown", keyed.place("type")));
        }
        if (!coded && list.isPresent() && type.isPresent()) {
            problems.add(keyed.place("list"), "this type has no code list", "take list away or use type code");
        }
        return coded ? list : Optional.empty();
    }

    private List<Column> columns(Keyed keyed, Optional<FieldType> type) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Piece piece : keyed.items("columns")) {
            Keyed.of(piece, problems)
                    .ifPresent(c -> column(c).ifPresent(column -> {
                        columns.add(column);
                        if (!names.add(column.name())) {
                            problems.add(
                                    c.place("name"),
                                    "column " + column.name() + " is declared twice",
                                    "keep one of them");
                        }
                    }));
        }
        if (type.isPresent() && (type.get() == FieldType.ROWS) == columns.isEmpty()) {
            problems.add(
                    keyed.place("columns"), "columns belong to type rows, at least one", "add or take away columns");
        }
        return columns;
    }

    private Optional<Column> column(Keyed keyed) {
        Optional<String> name = keyed.requiredText("name");
        Optional<String> list = keyed.requiredText("list");
        boolean required = keyed.flag("required");
        keyed.finish();
        list.ifPresent(l -> reading.references().add(new Reference.ToList(l, keyed.place("list"))));
        if (name.filter(n -> !n.matches("[a-z][a-z0-9_]{0,39}")).isPresent()) {
            problems.add(keyed.place("name"), "not a column name", "use lower-case letters, digits and _");
            return Optional.empty();
        }
        if (name.filter(IdentifyingNames::matches).isPresent()) {
            problems.add(
                    keyed.place("name"), "column " + Problems.quote(name.get()) + " is identifying", NO_IDENTIFIER);
        }
        return name.flatMap(n -> list.map(l -> new Column(n, l, required)));
    }

    private Limits limits(Keyed keyed, Optional<FieldType> type) {
        Long min = keyed.whole("min").orElse(null);
        Long max = keyed.whole("max").orElse(null);
        Optional<Long> length = keyed.whole("max_length");
        boolean past = keyed.flag("not_in_future");
        if (type.isEmpty()) {
            return Limits.NONE;
        }
        belongs(keyed, "min", type.get(), FieldType.INTEGER);
        belongs(keyed, "max", type.get(), FieldType.INTEGER);
        belongs(keyed, "max_length", type.get(), FieldType.TEXT, FieldType.CODE_MULTI, FieldType.ROWS);
        belongs(keyed, "not_in_future", type.get(), FieldType.DATE);
        if (min != null && max != null && min > max) {
            problems.add(keyed.place("max"), "max is smaller than min", "exchange them");
        }
        if (length.filter(l -> l < 1 || l > 20_000).isPresent()) {
            problems.add(keyed.place("max_length"), "max_length is out of bounds", "use 1 to 20000");
        }
        Integer most = length.map(l -> (int) Math.clamp(l, 1, 20_000))
                .orElse(type.get() == FieldType.TEXT ? TEXT_LENGTH : null);
        return new Limits(min, max, most, past);
    }

    private void belongs(Keyed keyed, String key, FieldType type, FieldType... types) {
        if (keyed.has(key) && !Set.of(types).contains(type)) {
            problems.add(
                    keyed.place(key),
                    key + " does not belong to type " + type.name().toLowerCase(Locale.ROOT),
                    "take it away");
        }
    }

    private Optional<Sensitivity> sensitivity(Keyed keyed, Optional<FieldType> type) {
        keyed.required("sensitivity");
        Optional<Sensitivity> sensitivity = keyed.choice("sensitivity", Sensitivity.class);
        if (type.isPresent()
                && sensitivity.isPresent()
                && (type.get() == FieldType.TEXT) != (sensitivity.get() == Sensitivity.FREE_TEXT)) {
            problems.add(keyed.place("sensitivity"), "free_text and type text go together", "use both or neither");
        }
        return sensitivity;
    }

    private void override(Keyed keyed) {
        Optional<String> id = keyed.requiredText("id").filter(FieldId::isValid);
        // The composer knows the field's scopes and checks them; here the condition may name any field.
        Optional<Condition> showIf =
                keyed.piece("show_if").map(p -> reading.conditions().condition(p, Set.of()));
        FieldOverride override = new FieldOverride(
                FieldId.of(id.orElse("unread")),
                keyed.flag("hidden"),
                keyed.choice("required", Requirement.class),
                keyed.has("order") ? Optional.of(keyed.whole("order", 0)) : Optional.empty(),
                keyed.whole("min"),
                keyed.whole("max"),
                showIf,
                new VisibleReader(reading).read(keyed),
                keyed.place("id"));
        keyed.finish();
        if (id.isEmpty()) {
            problems.add(keyed.place("id"), "the override names no field", "name a field of another pack");
            return;
        }
        reading.claim("override of", id.get(), keyed.place("id"), "");
        if (!reading.head().prefix().isEmpty()
                && id.get().startsWith(reading.head().prefix())) {
            problems.add(keyed.place("id"), "a pack does not override its own field", "change the field itself");
        }
        overrides.add(override);
    }
}
