// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.time.LocalDate;
import org.openbarnahus.core.model.id.CaseNumber;

/**
 * A legal hold on a case.
 *
 * @param reason which proceedings need the case, without what points to a person
 * @param reviewOn day by which somebody says whether it goes on
 */
public record PlaceHold(CaseNumber number, String reason, LocalDate reviewOn) {}
