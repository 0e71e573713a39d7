// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

/** Shape of a field's value; {@link org.openbarnahus.core.model.value.FieldValue} has one record per shape. */
public enum FieldType {
    /** One code of the list. */
    CODE,
    /** Several codes of the list; one may be marked main. */
    CODE_MULTI,
    DATE,
    INTEGER,
    /** One code of the built-in list {@code yes_no_unknown}. */
    YES_NO_UNKNOWN,
    /** Free text; screened and encrypted. */
    TEXT,
    /** Rows of coded columns. */
    ROWS
}
