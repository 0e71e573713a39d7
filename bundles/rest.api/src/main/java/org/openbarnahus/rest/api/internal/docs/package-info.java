// SPDX-License-Identifier: Apache-2.0
/** The OpenAPI description and its page. */
@NullMarked
package org.openbarnahus.rest.api.internal.docs;

import org.jspecify.annotations.NullMarked;
