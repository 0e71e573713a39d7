// SPDX-License-Identifier: Apache-2.0
/** Facts in columns, and the indicators counted over them. */
@NullMarked
package org.openbarnahus.engine.indicators.internal;

import org.jspecify.annotations.NullMarked;
