// SPDX-License-Identifier: Apache-2.0
/** Finds packs in bundles and folders while the product runs. */
@NullMarked
package org.openbarnahus.engine.schema.internal.live;

import org.jspecify.annotations.NullMarked;
