// SPDX-License-Identifier: Apache-2.0
/** Signing in and out over REST. */
@NullMarked
package org.openbarnahus.rest.api.internal.session;

import org.jspecify.annotations.NullMarked;
