// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.openbarnahus.platform.admission.internal;

import org.jspecify.annotations.NullMarked;
