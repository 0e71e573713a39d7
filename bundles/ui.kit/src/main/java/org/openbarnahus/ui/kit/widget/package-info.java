// SPDX-License-Identifier: Apache-2.0
/** Pieces every page is made of, so that all pages look and behave alike. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.ui.kit.widget;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
