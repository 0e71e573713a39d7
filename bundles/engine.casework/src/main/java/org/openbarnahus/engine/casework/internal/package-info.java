// SPDX-License-Identifier: Apache-2.0
/** Use cases on cases, one class each. */
@NullMarked
package org.openbarnahus.engine.casework.internal;

import org.jspecify.annotations.NullMarked;
