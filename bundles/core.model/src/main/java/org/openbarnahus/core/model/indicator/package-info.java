// SPDX-License-Identifier: Apache-2.0
/** Indicators as data, the mergeable tallies they are counted in, and the values read from these. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.model.indicator;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
