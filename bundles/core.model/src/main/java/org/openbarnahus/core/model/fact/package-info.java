// SPDX-License-Identifier: Apache-2.0
/** Cases as statistics see them: codes, numbers and days, without free text and without an identifier. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.model.fact;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
