// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import org.openbarnahus.core.model.id.ServiceId;

/** A questionnaire token that has not been used. */
public record TokenRecord(ServiceId service, String questionnaireId, String moment, Instant expires) {}
