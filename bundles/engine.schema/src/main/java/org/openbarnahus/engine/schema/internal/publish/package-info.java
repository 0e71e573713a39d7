// SPDX-License-Identifier: Apache-2.0
/** Publishes a snapshot as JSON Schema. */
@NullMarked
package org.openbarnahus.engine.schema.internal.publish;

import org.jspecify.annotations.NullMarked;
