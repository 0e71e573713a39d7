// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How much one person, one address and one house may ask for. */
@ObjectClassDefinition(id = RatesConfig.PID, name = "Rates")
@interface RatesConfig {
    String PID = "org.openbarnahus.rates";

    @AttributeDefinition(description = "Requests of one signed-in person a second, lasting (1 to 10000)")
    int person_second() default 10;

    @AttributeDefinition(description = "Requests of one signed-in person at once, beyond that (10 to 1000000)")
    int person_burst() default 600;

    @AttributeDefinition(description = "Writes of one signed-in person a minute, lasting (1 to 100000)")
    int writes_minute() default 60;

    @AttributeDefinition(description = "Writes of one signed-in person at once, beyond that (5 to 1000000)")
    int writes_burst() default 120;

    @AttributeDefinition(description = "Requests from one address without a session a second, lasting (1 to 10000)")
    int address_second() default 100;

    @AttributeDefinition(
            description = "Requests from one address without a session at once, beyond that (10 to 1000000)")
    int address_burst() default 5_000;

    @AttributeDefinition(description = "Requests of one house that are worked on at a time (1 to 150)")
    int house_at_once() default 24;

    @AttributeDefinition(description = "Requests of one house that wait in line for that (0 to 150)")
    int house_in_line() default 48;
}
