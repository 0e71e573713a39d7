// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.casefile;

import java.time.LocalDate;

/** The open limit of a case that ends first. */
public record NextDue(LocalDate due, String ruleId) {}
