// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import java.time.LocalDate;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.ui.kit.text.Texts;

/**
 * What is known when a field is drawn.
 *
 * @param today day on which offered codes must be valid and beyond which some dates may not lie
 */
public record FieldContext(FieldDefinition field, SchemaSnapshot snapshot, Texts texts, LocalDate today) {
    /** The field's name in the reader's language. */
    public String label() {
        return snapshot.label(texts.locale(), field.labelKey());
    }

    /** The field's help, or empty text. */
    public String help() {
        return snapshot.words().find(texts.locale(), field.labelKey() + ".help").orElse("");
    }
}
