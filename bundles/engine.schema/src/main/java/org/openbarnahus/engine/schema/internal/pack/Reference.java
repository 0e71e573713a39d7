// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.Set;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;

/** Something a pack names that it, or a pack composed before it, must declare. */
public sealed interface Reference {
    Place place();

    /** What a condition wants of a field. */
    enum Use {
        ANY,
        CODES,
        NUMBER,
        DATE
    }

    /**
     * @param codes codes that must be in the field's list
     * @param scopes where it must be asked for; in all of them
     */
    record ToField(FieldId field, Use use, Set<String> codes, Set<Scope> scopes, Place place) implements Reference {}

    record ToActivity(String type, Place place) implements Reference {}

    record ToList(String list, Place place) implements Reference {}

    record ToCode(String list, String code, Place place) implements Reference {}
}
