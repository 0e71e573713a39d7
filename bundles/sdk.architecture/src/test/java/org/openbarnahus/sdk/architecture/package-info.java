// SPDX-License-Identifier: Apache-2.0
/** What the picture of the house says, as rules that can fail. */
@NullMarked
package org.openbarnahus.sdk.architecture;

import org.jspecify.annotations.NullMarked;
