// SPDX-License-Identifier: Apache-2.0
/** The keys of a house, as far as its own people have to do with them. */
@NullMarked
package org.openbarnahus.engine.casework.internal.keys;

import org.jspecify.annotations.NullMarked;
