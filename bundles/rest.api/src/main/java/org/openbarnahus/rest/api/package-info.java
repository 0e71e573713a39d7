// SPDX-License-Identifier: Apache-2.0
/** What plugins need to add to REST. */
@Version("1.1.0")
@NullMarked
package org.openbarnahus.rest.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
