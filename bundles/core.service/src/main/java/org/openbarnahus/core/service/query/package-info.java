// SPDX-License-Identifier: Apache-2.0
/** What callers get to see. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.service.query;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
