// SPDX-License-Identifier: Apache-2.0
/** What Karaf's own bundles are sent to on JDK 24 and later. */
@NullMarked
@Version("1.0.0")
package org.openbarnahus.platform.jdk;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
