// SPDX-License-Identifier: Apache-2.0
/** Breaking the glass: one case for some hours, and the review afterwards. */
@NullMarked
package org.openbarnahus.engine.casework.internal.emergency;

import org.jspecify.annotations.NullMarked;
