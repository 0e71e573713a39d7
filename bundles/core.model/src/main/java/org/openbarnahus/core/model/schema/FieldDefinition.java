// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.value.FieldId;

/**
 * A field as a pack declares it. Its label is {@code field.<id>}, its help {@code field.<id>.help} in the snapshot's words.
 *
 * @param owner code of the pack that declares it: {@code core}, {@code se}, …
 * @param scopes where it is asked for; an id that several activity types share is one field with several scopes
 * @param group key of the heading it stands under in a form: label {@code group.<group>}
 * @param codeList list of a CODE or CODE_MULTI field; YES_NO_UNKNOWN uses {@code yes_no_unknown}
 * @param columns of a ROWS field, else empty
 * @param showIf the form shows, and the schema accepts, the field only when this holds
 * @param standard sub-standard of the Barnahus Quality Standards it gives evidence for
 * @param order position within the form, smaller first
 * @param visible which agencies are shown it; without a rule, every member of the case is. Why: {@code field.<id>.why}
 */
public record FieldDefinition(
        FieldId id,
        String owner,
        Set<Scope> scopes,
        FieldType type,
        String group,
        int order,
        Requirement required,
        Optional<String> codeList,
        List<Column> columns,
        Limits limits,
        Condition showIf,
        Sensitivity sensitivity,
        Optional<String> standard,
        List<Visibility> visible) {
    public FieldDefinition {
        scopes = Set.copyOf(scopes);
        columns = List.copyOf(columns);
        visible = List.copyOf(visible);
    }

    /** A field that every member of a case is shown. */
    public FieldDefinition(
            FieldId id,
            String owner,
            Set<Scope> scopes,
            FieldType type,
            String group,
            int order,
            Requirement required,
            Optional<String> codeList,
            List<Column> columns,
            Limits limits,
            Condition showIf,
            Sensitivity sensitivity,
            Optional<String> standard) {
        this(
                id,
                owner,
                scopes,
                type,
                group,
                order,
                required,
                codeList,
                columns,
                limits,
                showIf,
                sensitivity,
                standard,
                List.of());
    }

    /** The same field, shown to others. */
    public FieldDefinition visibleTo(List<Visibility> rules) {
        return new FieldDefinition(
                id,
                owner,
                scopes,
                type,
                group,
                order,
                required,
                codeList,
                columns,
                limits,
                showIf,
                sensitivity,
                standard,
                rules);
    }

    /** Whether the agency is shown what stands in the field there. */
    public boolean shownTo(String agency, Scope scope) {
        return visible.stream()
                .filter(v -> v.holdsIn(scope))
                .allMatch(v -> v.agencies().contains(agency));
    }

    /** Whether a form of the scope asks for it; fields of every activity are asked for in each activity type. */
    public boolean askedIn(Scope scope) {
        return scopes.contains(scope) || !scope.equals(Scope.CASE) && scopes.contains(Scope.ANY_ACTIVITY);
    }

    public String labelKey() {
        return "field." + id;
    }

    /** Key of the reason why not everybody is shown it. */
    public String whyKey() {
        return labelKey() + ".why";
    }
}
