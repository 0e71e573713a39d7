// SPDX-License-Identifier: Apache-2.0
/** The case: its states, its timeline, and what may happen in which state. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.model.casefile;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
