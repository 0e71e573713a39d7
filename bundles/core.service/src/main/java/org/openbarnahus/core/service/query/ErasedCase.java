// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;

/**
 * What is left of a case that was erased.
 *
 * @param certificate JSON in one line; the form is described in docs/auditor/erasure.md
 * @param signature Ed25519 over the certificate's UTF-8 bytes with the key of the audit checkpoints, in base64
 */
public record ErasedCase(
        CaseId caseId, ServiceId service, CaseNumber number, Instant at, String certificate, String signature) {}
