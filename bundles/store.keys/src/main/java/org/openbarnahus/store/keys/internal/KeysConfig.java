// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the keys. An underscore is a dot in the property's name: {@code token.slot}. */
@ObjectClassDefinition(name = "OpenBarnahus keys", description = "Where the root key is")
@interface KeysConfig {
    @AttributeDefinition(
            description =
                    "Where a new root key is made: file (in the folder of keys) or token (PKCS #11). The one that is there"
                            + " goes on working until hub admin keys-rotate --root")
    String root() default "file";

    @AttributeDefinition(description = "PKCS #11 library of the token's maker, a file")
    String token_library() default "";

    @AttributeDefinition(description = "Id of the token's slot, decimal or 0x…; empty for the first one")
    String token_slot() default "";

    @AttributeDefinition(description = "What labels of our keys in the token begin with; a number follows")
    String token_key() default "openbarnahus-root";

    @AttributeDefinition(
            description =
                    "File whose first line is the PIN of the token's user: mode 0600, outside the data directory; or"
                            + " credential:NAME for a credential of systemd")
    String token_pin_file() default "";

    @AttributeDefinition(description = "Longest wait for the token, in seconds", min = "1", max = "60")
    int token_seconds() default 5;
}
