// SPDX-License-Identifier: Apache-2.0
/** Puts packs together into one immutable snapshot. */
@NullMarked
package org.openbarnahus.engine.schema.internal.compose;

import org.jspecify.annotations.NullMarked;
