// SPDX-License-Identifier: Apache-2.0
/** Verifies a dump of the audit trail with nothing but the JDK; shares no code with what wrote it. */
@NullMarked
package org.openbarnahus.audit.verifier;

import org.jspecify.annotations.NullMarked;
