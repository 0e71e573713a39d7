// SPDX-License-Identifier: Apache-2.0
/** The audit trail and its alerts over REST. */
@NullMarked
package org.openbarnahus.rest.api.internal.audit;

import org.jspecify.annotations.NullMarked;
