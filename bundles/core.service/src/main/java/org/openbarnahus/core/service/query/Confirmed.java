// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.Optional;
import org.openbarnahus.core.service.command.AccountAct;

/**
 * What a second person has confirmed, done by now.
 *
 * @param invitation the one-time code of a new account or a reset: for the second person alone, who hands it over. So neither
 *     of the two gets into the account without the other
 */
public record Confirmed(AccountAct act, Optional<Invitation> invitation) {}
