// SPDX-License-Identifier: Apache-2.0
/** Who may do what, and what is written down about it: the contract. Decisions are made in one place, engine.access. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
