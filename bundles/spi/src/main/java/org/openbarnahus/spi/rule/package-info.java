// SPDX-License-Identifier: Apache-2.0
/** Legal rules that need code. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.spi.rule;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
