// SPDX-License-Identifier: Apache-2.0
/** Messages of the error catalogue in the product's languages, and rows for spreadsheets. */
@Version("1.1.0")
@NullMarked
package org.openbarnahus.core.service.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
