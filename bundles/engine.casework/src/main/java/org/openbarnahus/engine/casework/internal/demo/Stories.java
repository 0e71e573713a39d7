// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;

/**
 * Synthetic cases. No child stands behind any of them: every value is drawn from fixed shares with a fixed seed. The schema
 * decides what is recorded, so the same stories serve every country.
 *
 * @param first earliest case date
 * @param today last day that anything has happened on
 * @param withNotes whether a few activities carry a short note
 */
public record Stories(SchemaSnapshot law, LocalDate first, LocalDate today, boolean withNotes) {
    private static final FieldId SUSPECTED = FieldId.of("se.suspect_reasonable_date");

    /** So many cases in order of their date, more in the later years than in the first. */
    public List<OpenCase> tell(int count, long seed) {
        Dice dice = new Dice(seed);
        List<LocalDate> days = new ArrayList<>();
        int span = Math.toIntExact(today.toEpochDay() - first.toEpochDay());
        for (int i = 0; i < count; i++) {
            int day = dice.between(0, span - 1);
            days.add(first.plusDays(dice.chance(30) ? Math.max(day, dice.between(0, span - 1)) : day));
        }
        Collections.sort(days);
        return days.stream().map(day -> story(day, dice)).toList();
    }

    private OpenCase story(LocalDate caseDate, Dice dice) {
        Child child = new Child(law, dice, caseDate, today);
        FieldValues values = child.values(caseDate.isBefore(today.minusDays(330)));
        Course course = new Course(law, dice, caseDate, today, withNotes);
        List<NewEntry> entries = course.entries(child.reported, values.date(SUSPECTED));
        return new OpenCase(values, entries);
    }
}
