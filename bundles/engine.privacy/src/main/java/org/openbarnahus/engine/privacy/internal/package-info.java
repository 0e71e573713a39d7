// SPDX-License-Identifier: Apache-2.0
/** Gate 3: screens free text for what points to a person, and fails closed. */
@NullMarked
package org.openbarnahus.engine.privacy.internal;

import org.jspecify.annotations.NullMarked;
