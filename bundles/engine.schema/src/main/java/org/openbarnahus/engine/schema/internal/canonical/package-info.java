// SPDX-License-Identifier: Apache-2.0
/** The one text of a snapshot: what its id is made of and what the archive keeps. */
@NullMarked
package org.openbarnahus.engine.schema.internal.canonical;

import org.jspecify.annotations.NullMarked;
