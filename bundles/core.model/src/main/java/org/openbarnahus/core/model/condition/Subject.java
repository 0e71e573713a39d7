// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.condition;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.openbarnahus.core.model.value.FieldId;

/**
 * What a condition looks at: a case with its events, or one event. Deliberately coarse (codes, numbers, days), so that a
 * columnar flyweight without free text or identifiers can stand in for a whole case.
 */
public interface Subject {
    boolean has(FieldId field);

    /** Whether any of the codes is recorded in the field, whichever coded shape it has. */
    boolean anyCode(FieldId field, Set<String> codes);

    /** The number in an integer field, else empty. */
    OptionalLong number(FieldId field);

    /** The date in a date field as days since 1970-01-01, else empty. */
    OptionalLong epochDay(FieldId field);

    /** Timeline events of the type, oldest first; of an event, none. */
    List<? extends EventSubject> events(String activityType);
}
