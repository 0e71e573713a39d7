// SPDX-License-Identifier: Apache-2.0
/** Runs the example cases that a pack brings along. */
@NullMarked
package org.openbarnahus.engine.schema.internal.golden;

import org.jspecify.annotations.NullMarked;
