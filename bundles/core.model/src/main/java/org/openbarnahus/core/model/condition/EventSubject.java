// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.condition;

import java.util.List;

/** One event on the timeline, as conditions see it. */
public interface EventSubject extends Subject {
    /** The day it happened, in days since 1970-01-01. */
    long epochDay();

    @Override
    default List<? extends EventSubject> events(String activityType) {
        return List.of();
    }
}
