// SPDX-License-Identifier: Apache-2.0
/** What bundles add to the application: pages, and actions on a case. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.ui.kit.view;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
