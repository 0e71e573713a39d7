// SPDX-License-Identifier: Apache-2.0
/** Gate 4: asks the law, written as data or in Java. */
@NullMarked
package org.openbarnahus.engine.rules.internal;

import org.jspecify.annotations.NullMarked;
