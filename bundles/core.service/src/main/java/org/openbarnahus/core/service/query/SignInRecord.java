// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import org.openbarnahus.core.model.id.UserId;

/**
 * A successful sign-in.
 *
 * @param factor {@code otp}, {@code recovery-code} or {@code passkey}
 * @param tookOver whether it ended another living session of the account
 */
public record SignInRecord(UserId account, Instant at, String factor, boolean tookOver) {}
