// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import org.openbarnahus.core.model.outcome.ErrorCode;

/** The answer of engine.access. */
public sealed interface Decision {
    record Allowed(Purpose purpose) implements Decision {}

    /**
     * @param reason for the audit trail, a constant without case content: {@code role}, {@code tenant}, {@code member},
     *     {@code session}, {@code agreement}, {@code training}, {@code step-up}, {@code houses}, {@code known}, {@code ended},
     *     {@code own}
     */
    record Denied(String reason) implements Decision {
        /** What the caller is told; what is another house's, or a case one does not work with, nobody can tell from what is not there. */
        public ErrorCode code() {
            return switch (reason) {
                case "session" -> ErrorCode.SIGNED_OUT;
                case "tenant", "member" -> ErrorCode.NOT_FOUND;
                case "agreement" -> ErrorCode.AGREEMENT_REQUIRED;
                case "training" -> ErrorCode.TRAINING_REQUIRED;
                case "step-up" -> ErrorCode.STEP_UP_REQUIRED;
                case "houses" -> ErrorCode.OTHER_HOUSES_TOO;
                case "known" -> ErrorCode.EMERGENCY_NOT_NEEDED;
                case "ended" -> ErrorCode.EMERGENCY_ENDED;
                case "own" -> ErrorCode.NOT_YOURSELF;
                default -> ErrorCode.DENIED;
            };
        }
    }
}
