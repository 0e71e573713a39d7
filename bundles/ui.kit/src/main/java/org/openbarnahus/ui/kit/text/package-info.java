// SPDX-License-Identifier: Apache-2.0
/** Translated texts that come and go with the bundle that brings them. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.ui.kit.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
