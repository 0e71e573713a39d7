// SPDX-License-Identifier: Apache-2.0
/** Indicators over REST. */
@NullMarked
package org.openbarnahus.rest.api.internal.quality;

import org.jspecify.annotations.NullMarked;
