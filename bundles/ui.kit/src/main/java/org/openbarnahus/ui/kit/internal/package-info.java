// SPDX-License-Identifier: Apache-2.0
/** The kit's own components. */
@NullMarked
package org.openbarnahus.ui.kit.internal;

import org.jspecify.annotations.NullMarked;
