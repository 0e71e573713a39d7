// SPDX-License-Identifier: Apache-2.0
/** Checks packs on the command line; everything else of the bundle is internal and reached through its services. */
@NullMarked
package org.openbarnahus.engine.schema;

import org.jspecify.annotations.NullMarked;
