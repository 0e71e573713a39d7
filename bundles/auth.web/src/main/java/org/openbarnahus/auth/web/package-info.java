// SPDX-License-Identifier: Apache-2.0
/** What pages and REST need to stand behind the guarded door: its context, who is signed in, what is public. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.auth.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
