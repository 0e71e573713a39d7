// SPDX-License-Identifier: Apache-2.0
/** What the inside needs from the outside: storage, keys, time. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.service.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
