// SPDX-License-Identifier: Apache-2.0
/** Import of cases over REST. */
@NullMarked
package org.openbarnahus.rest.api.internal.imports;

import org.jspecify.annotations.NullMarked;
