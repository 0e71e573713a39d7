// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import org.openbarnahus.core.model.id.ServiceId;

/** A version of a house's user agreement in one language. The text is lines; a line that begins with "- " is a commitment. */
public record AgreementRecord(ServiceId service, int version, String language, String text, Instant published) {}
