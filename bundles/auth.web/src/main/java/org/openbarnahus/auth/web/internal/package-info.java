// SPDX-License-Identifier: Apache-2.0
/** The door: HTTPS, headers, limits, cookies, and the pages for signing in. */
@NullMarked
package org.openbarnahus.auth.web.internal;

import org.jspecify.annotations.NullMarked;
