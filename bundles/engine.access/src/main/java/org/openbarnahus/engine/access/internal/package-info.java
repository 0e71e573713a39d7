// SPDX-License-Identifier: Apache-2.0
/** Sessions, the throttle, and the one place where it is decided who may do what. */
@NullMarked
package org.openbarnahus.engine.access.internal;

import org.jspecify.annotations.NullMarked;
