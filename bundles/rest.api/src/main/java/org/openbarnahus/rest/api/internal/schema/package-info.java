// SPDX-License-Identifier: Apache-2.0
/** Schemas and code lists over REST, and validation against the very schema that is published. */
@NullMarked
package org.openbarnahus.rest.api.internal.schema;

import org.jspecify.annotations.NullMarked;
