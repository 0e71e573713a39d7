// SPDX-License-Identifier: Apache-2.0
/** Keys in files, and encryption with them. Nothing of Tink leaves this package. */
@NullMarked
package org.openbarnahus.store.keys.internal;

import org.jspecify.annotations.NullMarked;
