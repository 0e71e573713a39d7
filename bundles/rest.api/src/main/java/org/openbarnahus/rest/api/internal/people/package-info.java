// SPDX-License-Identifier: Apache-2.0
/** Accounts of the house and the agreement they sign. */
@NullMarked
package org.openbarnahus.rest.api.internal.people;

import org.jspecify.annotations.NullMarked;
