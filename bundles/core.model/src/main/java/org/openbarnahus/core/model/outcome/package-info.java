// SPDX-License-Identifier: Apache-2.0
/** How an attempt ends: done, or refused for reasons a person can act on. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.model.outcome;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
