// SPDX-License-Identifier: Apache-2.0
/** Pages that show how the house does: indicators, and what children say. */
@NullMarked
package org.openbarnahus.ui.quality.internal;

import org.jspecify.annotations.NullMarked;
