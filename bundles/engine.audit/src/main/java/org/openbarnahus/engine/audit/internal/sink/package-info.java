// SPDX-License-Identifier: Apache-2.0
/** Copies of checkpoints, audit entries and the log, away from this machine: decision 44. */
@NullMarked
package org.openbarnahus.engine.audit.internal.sink;

import org.jspecify.annotations.NullMarked;
