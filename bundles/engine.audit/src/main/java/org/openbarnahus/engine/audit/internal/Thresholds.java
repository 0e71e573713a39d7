// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.LocalTime;

/** What gives an alert: {@link AuditConfig}, kept within what is sensible. */
record Thresholds(
        int denials, int cases, int rows, int questions, int oddFrom, int oddUntil, int guesses, int unknownNames) {
    static Thresholds of(AuditConfig config) {
        return new Thresholds(
                Math.clamp(config.denials_in_ten_minutes(), 3, 100),
                Math.clamp(config.cases_an_hour(), 10, 1000),
                Math.clamp(config.rows_an_hour(), 100, 100_000),
                Math.clamp(config.questions_an_hour(), 5, 1000),
                Math.clamp(config.odd_hours_from(), 0, 23),
                Math.clamp(config.odd_hours_until(), 0, 23),
                Math.clamp(config.guesses_an_hour(), 3, 100),
                Math.clamp(config.unknown_names_an_hour(), 5, 1000));
    }

    boolean odd(LocalTime time) {
        int hour = time.getHour();
        return oddFrom <= oddUntil ? hour >= oddFrom && hour < oddUntil : hour >= oddFrom || hour < oddUntil;
    }
}
