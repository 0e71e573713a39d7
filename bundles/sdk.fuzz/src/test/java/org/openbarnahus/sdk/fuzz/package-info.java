// SPDX-License-Identifier: Apache-2.0
/** Runs the fuzz targets: shortly as a test, for as long as one likes with Jazzer. The targets lie beside what they try. */
@NullMarked
package org.openbarnahus.sdk.fuzz;

import org.jspecify.annotations.NullMarked;
