// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;

/**
 * Where a field stands in a JSON body of the REST interface: the one mapping that publishing a JSON Schema, reading a body
 * and naming a refused field all use. It needs the id only, so that a value stays in its place when its pack is gone.
 *
 * <table>
 * <caption>Places</caption>
 * <tr><td>case, {@code age}</td><td>{@code core / age}</td></tr>
 * <tr><td>case, {@code special_needs.assessed}</td><td>{@code core / special_needs / assessed}</td></tr>
 * <tr><td>case, {@code se.suspect_reasonable_date}</td><td>{@code national / se.suspect_reasonable_date}</td></tr>
 * <tr><td>entry, {@code start end location participants note}</td><td>{@code start} …</td></tr>
 * <tr><td>entry, {@code interpreter.used}</td><td>{@code interpreter / used}</td></tr>
 * <tr><td>entry, {@code justice_decision.decision}</td><td>{@code conditions / justice_decision.decision}</td></tr>
 * </table>
 *
 * @param path names of members from the body inwards
 */
public record JsonPlace(List<String> path) {
    /** Member of a case that holds the core fields. */
    public static final String CORE = "core";
    /** Member of a case that holds every other pack's fields, by whole field id. */
    public static final String NATIONAL = "national";
    /** Member of a timeline entry that holds the condition fields of its type, by whole field id. */
    public static final String CONDITIONS = "conditions";

    private static final String INTERPRETER = "interpreter";
    private static final Set<String> CORE_GROUPS = Set.of("special_needs", "child_demographic");
    private static final Set<String> ENTRY_MEMBERS = Set.of("start", "end", "location", "participants", "note");

    public JsonPlace {
        path = List.copyOf(path);
        if (path.isEmpty() || path.size() > 3) {
            throw new IllegalArgumentException("a place has one to three members");
        }
    }

    /** Place of the field in a body of the scope. */
    public static JsonPlace of(Scope scope, FieldId field) {
        return scope.equals(Scope.CASE) ? onCase(field) : onEntry(field);
    }

    public static JsonPlace onCase(FieldId field) {
        String id = field.value();
        int dot = id.indexOf('.');
        if (dot < 0) {
            return new JsonPlace(List.of(CORE, id));
        }
        String group = id.substring(0, dot);
        return CORE_GROUPS.contains(group)
                ? new JsonPlace(List.of(CORE, group, id.substring(dot + 1)))
                : new JsonPlace(List.of(NATIONAL, id));
    }

    public static JsonPlace onEntry(FieldId field) {
        String id = field.value();
        if (ENTRY_MEMBERS.contains(id)) {
            return new JsonPlace(List.of(id));
        }
        return id.startsWith(INTERPRETER + ".")
                ? new JsonPlace(List.of(INTERPRETER, id.substring(INTERPRETER.length() + 1)))
                : new JsonPlace(List.of(CONDITIONS, id));
    }

    /** The field that has this place in a body of the scope; empty when no field can have it. */
    public Optional<FieldId> field(Scope scope) {
        int first = scope.equals(Scope.CASE)
                ? 1
                : path.size() == 1 || path.getFirst().equals(INTERPRETER) ? 0 : 1;
        String id = String.join(".", path.subList(Math.min(first, path.size()), path.size()));
        return FieldId.isValid(id)
                ? Optional.of(FieldId.of(id)).filter(f -> of(scope, f).equals(this))
                : Optional.empty();
    }

    /** Whether a member of {@code core} is an object of several fields rather than a field. */
    public static boolean isCoreGroup(String member) {
        return CORE_GROUPS.contains(member);
    }

    /**
     * Whether a CODE_MULTI field is written as {@code [{"code", "main"}]}, because one code may be marked main; every other
     * one is a list of codes.
     */
    public static boolean marksMain(FieldId field) {
        return field.equals(CoreField.SUSPICION);
    }

    /** The path with dots, as the {@code path} of a refused field: {@code core.special_needs.assessed}. */
    @Override
    public String toString() {
        return String.join(".", path);
    }
}
