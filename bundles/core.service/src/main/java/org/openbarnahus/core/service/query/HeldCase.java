// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.time.LocalDate;

/** That a legal hold is on a case, for whoever works with it; why is for those who watch over holds. */
public record HeldCase(Instant since, LocalDate reviewOn) {}
