// SPDX-License-Identifier: Apache-2.0
/** Gates of a save that lie in other engines: engines meet here and never call each other. */
@Version("1.1.0")
@NullMarked
package org.openbarnahus.core.service.gate;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
