// SPDX-License-Identifier: Apache-2.0
/** What pages, REST and plugins call. Every method that needs somebody signed in takes a session and states its permission. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.service;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
