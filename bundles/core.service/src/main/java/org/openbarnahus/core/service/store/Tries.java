// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;

/**
 * What the throttle remembers of one key: an account or a network.
 *
 * @param failed tries that count as failed so far
 * @param until the next try has to wait until then; not after {@code last} when it need not
 * @param told whether somebody who had to wait was told so since the last try
 */
public record Tries(int failed, Instant last, Instant until, boolean told) {}
