// SPDX-License-Identifier: Apache-2.0
/** Messages of the error catalogue in the product's languages. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.service.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
