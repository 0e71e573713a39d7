// SPDX-License-Identifier: Apache-2.0
/** Structured conditions, written as data in packs and evaluated alike by rules, forms and indicators. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.model.condition;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
