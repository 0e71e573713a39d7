// SPDX-License-Identifier: Apache-2.0
/** Hand-written stand-ins, in memory. */
@NullMarked
package org.openbarnahus.engine.casework.fake;

import org.jspecify.annotations.NullMarked;
