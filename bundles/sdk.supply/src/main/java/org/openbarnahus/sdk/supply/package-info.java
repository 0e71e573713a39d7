// SPDX-License-Identifier: Apache-2.0
/** What is shipped, of what it is made, and whether it is what was reviewed. Runs in the build; needs nothing but the JDK. */
@NullMarked
package org.openbarnahus.sdk.supply;

import org.jspecify.annotations.NullMarked;
