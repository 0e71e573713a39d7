// SPDX-License-Identifier: Apache-2.0
/** Synthetic cases for the demo mode and for samples. */
@NullMarked
package org.openbarnahus.engine.casework.internal.demo;

import org.jspecify.annotations.NullMarked;
