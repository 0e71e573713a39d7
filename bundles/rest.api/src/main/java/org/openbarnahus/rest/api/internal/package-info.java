// SPDX-License-Identifier: Apache-2.0
/** The REST server: CXF, the errors, and what every resource shares. */
@NullMarked
package org.openbarnahus.rest.api.internal;

import org.jspecify.annotations.NullMarked;
