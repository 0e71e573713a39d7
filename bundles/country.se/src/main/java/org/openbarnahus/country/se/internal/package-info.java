// SPDX-License-Identifier: Apache-2.0
/** What Swedish law and Swedish numbers need beyond data. */
@NullMarked
package org.openbarnahus.country.se.internal;

import org.jspecify.annotations.NullMarked;
