// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the JSON body of a request may hold, said at the parameter that takes it. The server refuses every other member before
 * the resource is asked: what nobody reads is a misunderstanding that the caller must learn of. A body without this is not
 * taken at all; a method that takes no body is sent none, or an empty object.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Body {
    /** Names of the members. */
    String[] value() default {};

    /** Whether the schema of the country says what there may be, and the resource asks it. */
    boolean bySchema() default false;
}
