// SPDX-License-Identifier: Apache-2.0
/** Identifiers, one type each, so that the compiler refuses to mix two of them. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.model.id;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
