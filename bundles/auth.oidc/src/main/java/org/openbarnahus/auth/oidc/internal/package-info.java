// SPDX-License-Identifier: Apache-2.0
/** Sign-in at an identity provider outside: OpenID Connect, authorization code with PKCE, and nothing else of it. */
@NullMarked
package org.openbarnahus.auth.oidc.internal;

import org.jspecify.annotations.NullMarked;
