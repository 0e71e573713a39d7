// SPDX-License-Identifier: Apache-2.0
/** Indicators of the Barnahus Quality Standards that data cannot express. */
@NullMarked
package org.openbarnahus.indicator.barnahus.internal;

import org.jspecify.annotations.NullMarked;
