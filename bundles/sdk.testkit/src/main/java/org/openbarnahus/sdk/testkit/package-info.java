// SPDX-License-Identifier: Apache-2.0
/** Fakes and fixtures for the tests of several bundles. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.sdk.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
