// SPDX-License-Identifier: Apache-2.0
/** What is recorded in a field, in the one shape that core fields, national fields and conditions share. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.model.value;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
