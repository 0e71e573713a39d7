// SPDX-License-Identifier: Apache-2.0
/** Which code runs: the distribution's own, and jars of others that somebody whom the site trusts has signed. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.platform.admission;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
