// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.ui.kit.text.Texts;

/**
 * Recorded values to read. Values of fields that today's schema no longer asks for stand at the end, in the words of the
 * schema they were recorded under.
 */
public final class ValueSheet extends Div {
    /**
     * @param earlier gives a schema of the past that has the field, if one is still known
     */
    public ValueSheet(
            SchemaSnapshot schema,
            Function<FieldId, Optional<SchemaSnapshot>> earlier,
            Scope scope,
            FieldValues values,
            Texts texts) {
        addClassName("ob-sheet");
        ValueTexts words = new ValueTexts(schema, texts);
        Set<FieldId> left = new TreeSet<>(values.map().keySet());
        Map<String, List<FieldDefinition>> groups = schema.fields(scope).stream()
                .filter(f -> left.remove(f.id()))
                .collect(Collectors.groupingBy(FieldDefinition::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, fields) -> add(part(
                schema.label(texts.locale(), "group." + group),
                fields.stream().map(FieldDefinition::id).toList(),
                id -> words,
                values)));
        if (!left.isEmpty()) {
            add(archived(
                    List.copyOf(left), id -> new ValueTexts(earlier.apply(id).orElse(schema), texts), values, texts));
        }
    }

    private static Section archived(
            List<FieldId> fields, Function<FieldId, ValueTexts> words, FieldValues values, Texts texts) {
        Section section = part(texts.get("kit.archived"), fields, words, values);
        section.addClassName("ob-archived");
        section.addComponentAtIndex(1, new Paragraph(texts.get("kit.archived.help")));
        return section;
    }

    private static Section part(
            String title, List<FieldId> fields, Function<FieldId, ValueTexts> words, FieldValues values) {
        DescriptionList list = new DescriptionList();
        for (FieldId field : fields) {
            values.get(field).ifPresent(value -> {
                ValueTexts own = words.apply(field);
                Div pair = new Div(
                        new DescriptionList.Term(own.label(field)),
                        new DescriptionList.Description(own.text(field, value)));
                pair.addClassName("ob-pair");
                list.getElement().appendChild(pair.getElement());
            });
        }
        Section section = new Section(new H3(title), list);
        section.setAriaLabel(title);
        return section;
    }
}
