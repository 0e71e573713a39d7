// SPDX-License-Identifier: Apache-2.0
/** The only room that knows EclipseLink and SQL. */
@NullMarked
package org.openbarnahus.store.jpa.internal;

import org.jspecify.annotations.NullMarked;
