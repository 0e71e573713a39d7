// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** When the audit trail is signed, and what gives an alert. */
@ObjectClassDefinition(id = AuditConfig.PID, name = "Audit trail and alerts")
@interface AuditConfig {
    String PID = "org.openbarnahus.audit";

    @AttributeDefinition(description = "A chain that has grown is signed after so many seconds (10 to 600)")
    int checkpoint_seconds() default 60;

    @AttributeDefinition(description = "or after so many entries (10 to 10000)")
    int checkpoint_entries() default 1000;

    @AttributeDefinition(description = "Denials to one person within ten minutes that are a burst (3 to 100)")
    int denials_in_ten_minutes() default 10;

    @AttributeDefinition(description = "One person may open so many different cases an hour (10 to 1000)")
    int cases_an_hour() default 40;

    @AttributeDefinition(description = "Lists may give one person so many rows of cases an hour (100 to 100000)")
    int rows_an_hour() default 2000;

    @AttributeDefinition(
            description = "Different narrowed figures an hour to one person who does not reach all cases (5 to 1000)")
    int questions_an_hour() default 20;

    @AttributeDefinition(description = "Hour of the house's clock from which work is odd (0 to 23)")
    int odd_hours_from() default 22;

    @AttributeDefinition(description = "Hour until which work is odd; the same as from for no such hours (0 to 23)")
    int odd_hours_until() default 5;

    @AttributeDefinition(description = "Failed sign-ins to one account within an hour that are guessing (3 to 100)")
    int guesses_an_hour() default 5;

    @AttributeDefinition(
            description = "Failed sign-ins with unknown names within an hour that are guessing (5 to 1000)")
    int unknown_names_an_hour() default 20;
}
