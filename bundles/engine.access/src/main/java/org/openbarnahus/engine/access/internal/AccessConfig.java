// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Limits of sign-in and sessions. */
@ObjectClassDefinition(id = AccessConfig.PID, name = "Sign-in and sessions")
@interface AccessConfig {
    String PID = "org.openbarnahus.access";

    @AttributeDefinition(description = "A session ends after so many minutes without activity (5 to 30)")
    int session_idle_minutes() default 15;

    @AttributeDefinition(description = "A session ends after so many hours whatever happens (1 to 12)")
    int session_hours() default 8;

    @AttributeDefinition(
            description = "What needs a fresh second factor is allowed so many minutes after one (1 to 15)")
    int step_up_minutes() default 5;

    @AttributeDefinition(description = "A session that goes on from another network waits for a fresh second factor")
    boolean step_up_on_new_network() default true;

    @AttributeDefinition(
            description = "Hour of the house's clock from which a second factor counts for less long (0 to 23)")
    int odd_hours_from() default 22;

    @AttributeDefinition(description = "Hour until which it does; the same as from for no such hours (0 to 23)")
    int odd_hours_until() default 5;

    @AttributeDefinition(description = "At these hours a second factor counts as fresh for so many minutes (1 to 15)")
    int odd_hours_step_up_minutes() default 1;

    @AttributeDefinition(
            description = "A person is told of a sign-in from a browser that was never seen with the account")
    boolean tell_new_browser() default true;

    @AttributeDefinition(description = "The training in data protection is due again after so many months (1 to 12)")
    int training_months() default 12;

    @AttributeDefinition(
            description = "Without the training, access ends so many days after it was due (0 to 90); 0 asks at once")
    int training_grace_days() default 14;

    @AttributeDefinition(description = "An account that nobody has used for so many days is closed (10 to 365)")
    int dormant_days() default 45;

    @AttributeDefinition(
            description = "A manager confirms every so many days that an account is still needed (10 to 365)")
    int review_days() default 90;

    @AttributeDefinition(description = "Unconfirmed, an account is closed so many days after that was due (1 to 90)")
    int review_grace_days() default 14;

    @AttributeDefinition(description = "Members of a case keep it so many days after it was closed (0 to 365)")
    int closed_case_days() default 30;

    @AttributeDefinition(description = "An emergency access to one case lasts so many hours (1 to 12)")
    int glass_hours() default 4;

    @AttributeDefinition(description = "Failed sign-ins to one account before it has to wait")
    int throttle_free_account() default 5;

    @AttributeDefinition(
            description = "Failed sign-ins from one address before it has to wait; a house shares one. One is forgotten"
                    + " every 15 minutes")
    int throttle_free_source() default 40;
}
