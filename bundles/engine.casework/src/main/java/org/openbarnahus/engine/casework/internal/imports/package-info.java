// SPDX-License-Identifier: Apache-2.0
/** Cases and timelines from CSV, through the same gates. */
@NullMarked
package org.openbarnahus.engine.casework.internal.imports;

import org.jspecify.annotations.NullMarked;
