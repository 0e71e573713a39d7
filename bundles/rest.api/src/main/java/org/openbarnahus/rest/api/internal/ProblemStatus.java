// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import org.openbarnahus.core.model.outcome.ErrorCode;

/** HTTP status of each error, in one place. */
final class ProblemStatus {
    private ProblemStatus() {}

    static int of(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case STALE -> 412;
            case VERSION_REQUIRED -> 428;
            case BODY_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case MALFORMED, UNKNOWN_PARAMETER, REQUEST_KEY_REQUIRED -> 400;
            case REQUEST_KEY_REUSED -> 422;
            case CASE_CLOSED,
                    CASE_NOT_OPEN,
                    ALREADY_CLOSED,
                    ENTRY_REMOVED,
                    CASE_HELD,
                    IMPORT_DUPLICATE,
                    AGREEMENT_CHANGED,
                    EMERGENCY_NOT_NEEDED -> 409;
            case SIGN_IN_FAILED, SIGNED_OUT, SESSION_TAKEN_OVER -> 401;
            case DENIED,
                    FIELD_NOT_SHOWN,
                    CSRF,
                    STEP_UP_REQUIRED,
                    AGREEMENT_REQUIRED,
                    TRAINING_REQUIRED,
                    NOT_YOURSELF,
                    SECOND_PERSON_REQUIRED,
                    OTHERS_CAN_CONFIRM,
                    OTHER_HOUSES_TOO,
                    EMERGENCY_ENDED -> 403;
            case TOKEN_SPENT, CASE_ERASED -> 410;
            case THROTTLED, TOO_FAST -> 429;
            case STORE_UNAVAILABLE, STORE_UNREADABLE, BUSY, WORK_IN_LINE, NO_COUNTRY_PACK -> 503;
            case INTERNAL -> 500;
            default -> 422;
        };
    }
}
