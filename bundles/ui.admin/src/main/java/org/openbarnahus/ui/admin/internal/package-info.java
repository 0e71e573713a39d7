// SPDX-License-Identifier: Apache-2.0
/** Pages for those who run a house: plugins and accounts. */
@NullMarked
package org.openbarnahus.ui.admin.internal;

import org.jspecify.annotations.NullMarked;
