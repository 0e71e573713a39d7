// SPDX-License-Identifier: Apache-2.0
/** Reads a pack's files, whole or not at all, and says where it is wrong and what to do. */
@NullMarked
package org.openbarnahus.engine.schema.internal.pack;

import org.jspecify.annotations.NullMarked;
