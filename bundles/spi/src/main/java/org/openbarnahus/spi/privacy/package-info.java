// SPDX-License-Identifier: Apache-2.0
/** Detection of identifying data in free text. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.spi.privacy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
