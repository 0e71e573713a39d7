// SPDX-License-Identifier: Apache-2.0
/** Tests of the assembled distribution: inside it with Pax Exam, and from outside through its hub script. */
@NullMarked
package org.openbarnahus.itests;

import org.jspecify.annotations.NullMarked;
