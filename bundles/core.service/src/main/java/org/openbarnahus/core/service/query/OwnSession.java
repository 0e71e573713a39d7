// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;

/**
 * A living session as its owner sees it.
 *
 * @param browser as a person would tell it from another; empty when it is not known
 * @param current whether it is the one that asks
 */
public record OwnSession(String id, Instant since, Instant lastActive, String browser, boolean current) {}
