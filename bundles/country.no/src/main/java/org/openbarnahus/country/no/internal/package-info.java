// SPDX-License-Identifier: Apache-2.0
/** What Norwegian numbers need beyond data. */
@NullMarked
package org.openbarnahus.country.no.internal;

import org.jspecify.annotations.NullMarked;
