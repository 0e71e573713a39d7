// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.ui.kit.text.Texts;

/** The fields that the reader is not shown, by name and with the reason, so that nobody takes them for empty. */
final class NotShown {
    private NotShown() {}

    static Optional<DescriptionList> list(Set<FieldId> hidden, SchemaSnapshot schema, Texts texts) {
        DescriptionList list = new DescriptionList();
        list.addClassNames("ob-entry-facts", "ob-not-shown");
        hidden.stream()
                .flatMap(id -> schema.field(id).stream())
                .sorted(java.util.Comparator.comparingInt(FieldDefinition::order))
                .forEach(field ->
                        list.getElement().appendChild(pair(field, schema, texts).getElement()));
        return list.getElement().getChildCount() == 0 ? Optional.empty() : Optional.of(list);
    }

    private static Div pair(FieldDefinition field, SchemaSnapshot schema, Texts texts) {
        Span told = new Span(texts.get("case.field-not-shown"));
        told.addClassName("ob-muted");
        Span why = new Span(" " + why(field, schema, texts));
        why.addClassNames("ob-muted", "ob-small");
        Div pair = new Div(
                new DescriptionList.Term(schema.label(texts.locale(), field.labelKey())),
                new DescriptionList.Description(told, why));
        pair.addClassName("ob-pair");
        return pair;
    }

    /** The pack's reason; without a rule of the pack, it is a text that somebody who only oversees does without. */
    private static String why(FieldDefinition field, SchemaSnapshot schema, Texts texts) {
        return field.visible().isEmpty()
                ? texts.get("case.text-not-shown")
                : schema.label(texts.locale(), field.whyKey());
    }
}
