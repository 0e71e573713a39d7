// SPDX-License-Identifier: Apache-2.0
/** The eight gates of a save and the transaction around them. */
@NullMarked
package org.openbarnahus.engine.casework.internal.save;

import org.jspecify.annotations.NullMarked;
