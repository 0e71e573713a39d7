// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How much one person reads and writes, and how much heavy work is done at a time. Shares its file with auth.web. */
@ObjectClassDefinition(id = PaceConfig.PID, name = "Pace")
@interface PaceConfig {
    String PID = "org.openbarnahus.rates";

    @AttributeDefinition(description = "Writes of one person a minute, lasting (1 to 100000)")
    int writes_minute() default 60;

    @AttributeDefinition(description = "Writes of one person at once, beyond that (5 to 1000000)")
    int writes_burst() default 120;

    @AttributeDefinition(description = "Files that one person hands in within an hour, dry runs included (1 to 100000)")
    int imports_hour() default 60;

    @AttributeDefinition(
            description =
                    "After so many different cases within an hour a fresh second factor is wanted (10 to 1000000)")
    int reading_cases() default 200;

    @AttributeDefinition(description = "and after so many rows of lists (100 to 10000000)")
    int reading_rows() default 10_000;

    @AttributeDefinition(
            description =
                    "and after so many narrowed figures, for whoever does not reach all cases of the house (10 to 1000000)")
    int reading_questions() default 60;

    @AttributeDefinition(
            description = "Figures, imports and exports of one house that are worked on at a time (1 to 16)")
    int heavy_house() default 1;

    @AttributeDefinition(description = "and of all houses; 0 is one for every two processors, two at least (0 to 64)")
    int heavy_all() default 0;

    @AttributeDefinition(description = "and those of one house that wait in line for that (0 to 40)")
    int heavy_in_line() default 8;
}
