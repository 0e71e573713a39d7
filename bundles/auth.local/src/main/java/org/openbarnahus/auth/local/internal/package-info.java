// SPDX-License-Identifier: Apache-2.0
/** Accounts of our own: password with Argon2id, one-time codes of RFC 6238, the first administrator, demo accounts. */
@NullMarked
package org.openbarnahus.auth.local.internal;

import org.jspecify.annotations.NullMarked;
