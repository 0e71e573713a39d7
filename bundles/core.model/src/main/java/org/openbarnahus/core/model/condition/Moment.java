// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.condition;

import java.util.OptionalLong;
import org.openbarnahus.core.model.value.FieldId;

/** A day in the life of a case, if it has come: where limits start and end, and what indicators measure between. */
public sealed interface Moment {
    /** Days since 1970-01-01, or empty when it has not happened or is not recorded. */
    OptionalLong epochDay(Subject subject);

    record FieldDate(FieldId field) implements Moment {
        @Override
        public OptionalLong epochDay(Subject subject) {
            return subject.epochDay(field);
        }
    }

    /** The first, or last, event of the type that satisfies {@code where}. */
    record EventDate(String type, Condition where, boolean last) implements Moment {
        @Override
        public OptionalLong epochDay(Subject subject) {
            // a plain loop: indicators ask this of every case
            long found = last ? Long.MIN_VALUE : Long.MAX_VALUE;
            boolean any = false;
            for (EventSubject event : subject.events(type)) {
                if (where.test(event)) {
                    any = true;
                    found = last ? Math.max(found, event.epochDay()) : Math.min(found, event.epochDay());
                }
            }
            return any ? OptionalLong.of(found) : OptionalLong.empty();
        }
    }
}
