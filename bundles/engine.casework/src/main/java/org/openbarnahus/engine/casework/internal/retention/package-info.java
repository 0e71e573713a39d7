// SPDX-License-Identifier: Apache-2.0
/** How long cases are kept: what is due to be erased, and what a legal hold keeps all the same. */
@NullMarked
package org.openbarnahus.engine.casework.internal.retention;

import org.jspecify.annotations.NullMarked;
