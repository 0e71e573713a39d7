// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.casefile;

import java.time.Instant;
import org.openbarnahus.core.model.id.UserId;

/** When something was entered, and by whom: kept beside the day on which it happened. */
public record Stamp(Instant at, UserId by) {}
