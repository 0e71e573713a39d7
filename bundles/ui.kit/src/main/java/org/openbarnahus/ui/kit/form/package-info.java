// SPDX-License-Identifier: Apache-2.0
/** Forms drawn from a schema snapshot. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.ui.kit.form;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
