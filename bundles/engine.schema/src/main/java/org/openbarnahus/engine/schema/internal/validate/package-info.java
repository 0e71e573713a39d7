// SPDX-License-Identifier: Apache-2.0
/** Gate 2: everything wrong with some values, at once. */
@NullMarked
package org.openbarnahus.engine.schema.internal.validate;

import org.jspecify.annotations.NullMarked;
