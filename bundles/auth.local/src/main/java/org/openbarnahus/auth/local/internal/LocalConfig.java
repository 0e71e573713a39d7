// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a password costs to check, and so to guess, and which are refused. Changed values reach an account at its next sign-in. */
@ObjectClassDefinition(id = LocalConfig.PID, name = "Passwords")
@interface LocalConfig {
    String PID = "org.openbarnahus.auth.local";

    @AttributeDefinition(description = "Memory of one Argon2id computation in KiB (19456 to 1048576)")
    int argon2_memory() default 65_536;

    @AttributeDefinition(description = "Passes over the memory (2 to 20)")
    int argon2_iterations() default 3;

    @AttributeDefinition(description = "Steps of 30 seconds by which a one-time code may be early or late (0 or 1)")
    int otp_steps_around() default 1;

    @AttributeDefinition(
            description =
                    "A file of SHA-1 hashes of passwords that became known, ordered, as Have I Been Pwned gives it out")
    String known_passwords() default "";
}
