// SPDX-License-Identifier: Apache-2.0
/** National legal rules as data, and what they say about a case. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.model.rule;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
