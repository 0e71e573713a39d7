// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.outcome;

import java.util.Locale;

/** The error catalogue. Numbers are stable and never reused; REST and the pages translate from {@link #key()}. */
public enum ErrorCode {
    REQUIRED(1001, ErrorKind.USER),
    UNKNOWN_FIELD(1002, ErrorKind.USER),
    WRONG_TYPE(1003, ErrorKind.USER),
    UNKNOWN_CODE(1004, ErrorKind.USER),
    CODE_NOT_VALID_ON_DATE(1005, ErrorKind.USER),
    TOO_SMALL(1006, ErrorKind.USER),
    TOO_LARGE(1007, ErrorKind.USER),
    TOO_LONG(1008, ErrorKind.USER),
    DATE_IN_FUTURE(1009, ErrorKind.USER),
    DATE_BEFORE(1010, ErrorKind.USER),
    CONTRADICTION(1011, ErrorKind.USER),
    FORBIDDEN_CHARACTER(1012, ErrorKind.USER),
    UNKNOWN_ACTIVITY(1013, ErrorKind.USER),
    REQUIRED_BEFORE_CLOSURE(1014, ErrorKind.USER),
    NOT_APPLICABLE(1015, ErrorKind.USER),
    TOO_MANY(1016, ErrorKind.USER),
    TOO_SHORT(1017, ErrorKind.USER),

    IDENTIFIER_IN_TEXT(1101, ErrorKind.USER),
    TEXT_NOT_SCREENED(1102, ErrorKind.CONFIG),

    RULE_FORBIDS(1201, ErrorKind.USER),
    RULE_WARNS(1202, ErrorKind.USER),

    CASE_CLOSED(1301, ErrorKind.USER),
    CASE_NOT_OPEN(1302, ErrorKind.USER),
    ALREADY_CLOSED(1303, ErrorKind.USER),
    ENTRY_REMOVED(1304, ErrorKind.USER),
    CASE_HELD(1305, ErrorKind.USER),

    NOT_FOUND(1401, ErrorKind.USER),
    STALE(1402, ErrorKind.USER),
    VERSION_REQUIRED(1403, ErrorKind.USER),
    REQUEST_KEY_REUSED(1404, ErrorKind.USER),
    REQUEST_KEY_REQUIRED(1405, ErrorKind.USER),
    MALFORMED(1406, ErrorKind.USER),
    BODY_TOO_LARGE(1407, ErrorKind.USER),
    UNSUPPORTED_MEDIA_TYPE(1408, ErrorKind.USER),
    UNKNOWN_PARAMETER(1409, ErrorKind.USER),
    METHOD_NOT_ALLOWED(1410, ErrorKind.USER),
    NOT_ACCEPTABLE(1411, ErrorKind.USER),
    CASE_ERASED(1412, ErrorKind.USER),

    SIGN_IN_FAILED(2001, ErrorKind.DENIED),
    SIGNED_OUT(2002, ErrorKind.DENIED),
    DENIED(2003, ErrorKind.DENIED),
    THROTTLED(2004, ErrorKind.DENIED),
    CSRF(2005, ErrorKind.DENIED),
    TOKEN_SPENT(2006, ErrorKind.DENIED),
    SESSION_TAKEN_OVER(2007, ErrorKind.DENIED),
    STEP_UP_REQUIRED(2008, ErrorKind.DENIED),
    AGREEMENT_REQUIRED(2009, ErrorKind.DENIED),
    AGREEMENT_CHANGED(2010, ErrorKind.USER),
    TRAINING_REQUIRED(2011, ErrorKind.DENIED),
    TRAINING_WRONG(2012, ErrorKind.USER),
    TOO_FAST(2013, ErrorKind.DENIED),
    ENROLMENT_CODE(2107, ErrorKind.DENIED),
    PASSWORD_WRONG(2108, ErrorKind.USER),
    PASSKEY_REFUSED(2109, ErrorKind.USER),
    NOT_YOURSELF(2110, ErrorKind.DENIED),
    SECOND_PERSON_REQUIRED(2111, ErrorKind.DENIED),
    NO_SECOND_PERSON_NEEDED(2112, ErrorKind.USER),
    OTHERS_CAN_CONFIRM(2113, ErrorKind.DENIED),
    OTHER_HOUSES_TOO(2114, ErrorKind.DENIED),
    FIELD_NOT_SHOWN(2020, ErrorKind.DENIED),
    USERNAME_FORM(2101, ErrorKind.USER),
    USERNAME_TAKEN(2102, ErrorKind.USER),
    PASSWORD_LENGTH(2103, ErrorKind.USER),
    PASSWORD_GUESSABLE(2104, ErrorKind.USER),
    PASSWORD_KNOWN(2115, ErrorKind.USER),
    ONE_HOUSE_ONLY(2116, ErrorKind.USER),
    HOUSE_EXISTS(2117, ErrorKind.USER),
    SETUP_CODE(2105, ErrorKind.DENIED),
    ROLE_NOT_GRANTABLE(2106, ErrorKind.DENIED),
    EMERGENCY_NOT_NEEDED(2120, ErrorKind.USER),
    EMERGENCY_ENDED(2121, ErrorKind.DENIED),

    IMPORT_HEADER(3001, ErrorKind.USER),
    IMPORT_ROW(3002, ErrorKind.USER),
    IMPORT_DUPLICATE(3003, ErrorKind.USER),
    IMPORT_ORPHAN(3004, ErrorKind.USER),

    PACK_INVALID(4001, ErrorKind.CONFIG),
    PACK_CONFLICT(4002, ErrorKind.CONFIG),
    NO_COUNTRY_PACK(4003, ErrorKind.CONFIG),
    PLUGIN_FAILED(4004, ErrorKind.CONFIG),
    PLUGIN_UNREADABLE(4011, ErrorKind.CONFIG),
    PLUGIN_UNSIGNED(4012, ErrorKind.CONFIG),
    PLUGIN_STRANGER(4013, ErrorKind.CONFIG),
    PLUGIN_CHANGED(4014, ErrorKind.CONFIG),
    PLUGIN_FORBIDDEN(4015, ErrorKind.CONFIG),

    STORE_UNAVAILABLE(5001, ErrorKind.EXTERNAL),
    BUSY(5002, ErrorKind.EXTERNAL),
    STORE_UNREADABLE(5003, ErrorKind.EXTERNAL),
    WORK_IN_LINE(5004, ErrorKind.EXTERNAL),

    INTERNAL(9001, ErrorKind.INTERNAL);

    private final int number;
    private final ErrorKind kind;

    ErrorCode(int number, ErrorKind kind) {
        this.number = number;
        this.kind = kind;
    }

    public int number() {
        return number;
    }

    public ErrorKind kind() {
        return kind;
    }

    /** Key of the translated message: {@code error.required}. */
    public String key() {
        return "error." + name().toLowerCase(Locale.ROOT);
    }
}
