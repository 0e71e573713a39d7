// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import org.openbarnahus.core.model.id.UserId;

/**
 * A test in data protection that was passed.
 *
 * @param version of what is taught
 * @param language two letters, of the test
 */
public record TrainingRecord(UserId account, int version, String language, Instant at) {}
