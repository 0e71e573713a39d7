// SPDX-License-Identifier: Apache-2.0
/** Pages about cases: list, case with timeline and deadlines, new case, import. */
@NullMarked
package org.openbarnahus.ui.cases.internal;

import org.jspecify.annotations.NullMarked;
