// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.openbarnahus.core.security.Permission.ALERT_HANDLE;
import static org.openbarnahus.core.security.Permission.AUDIT_EXPORT;
import static org.openbarnahus.core.security.Permission.AUDIT_READ;
import static org.openbarnahus.core.security.Permission.CASE_CHANGE;
import static org.openbarnahus.core.security.Permission.CASE_CREATE;
import static org.openbarnahus.core.security.Permission.CASE_ERASE;
import static org.openbarnahus.core.security.Permission.CASE_IMPORT;
import static org.openbarnahus.core.security.Permission.CASE_LIST;
import static org.openbarnahus.core.security.Permission.CASE_READ;
import static org.openbarnahus.core.security.Permission.EMERGENCY_END;
import static org.openbarnahus.core.security.Permission.EMERGENCY_READ;
import static org.openbarnahus.core.security.Permission.EMERGENCY_REVIEW;
import static org.openbarnahus.core.security.Permission.EMERGENCY_USE;
import static org.openbarnahus.core.security.Permission.HOLD_LIFT;
import static org.openbarnahus.core.security.Permission.HOLD_PLACE;
import static org.openbarnahus.core.security.Permission.HOLD_READ;
import static org.openbarnahus.core.security.Permission.INDICATOR_READ;
import static org.openbarnahus.core.security.Permission.KEY_OPERATE;
import static org.openbarnahus.core.security.Permission.KEY_READ;
import static org.openbarnahus.core.security.Permission.OWN_CREDENTIALS;
import static org.openbarnahus.core.security.Permission.OWN_SESSION;
import static org.openbarnahus.core.security.Permission.PLUGIN_READ;
import static org.openbarnahus.core.security.Permission.PLUGIN_SWITCH;
import static org.openbarnahus.core.security.Permission.QUESTIONNAIRE_OFFER;
import static org.openbarnahus.core.security.Permission.QUESTIONNAIRE_RESULTS;
import static org.openbarnahus.core.security.Permission.REQUEST_CONFIRM;
import static org.openbarnahus.core.security.Permission.REQUEST_READ;
import static org.openbarnahus.core.security.Permission.SCHEMA_READ;
import static org.openbarnahus.core.security.Permission.TIMELINE_WRITE;
import static org.openbarnahus.core.security.Permission.USER_GRANT;
import static org.openbarnahus.core.security.Permission.USER_MANAGE;

import java.util.EnumSet;
import java.util.Set;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;

/** Which role may do what, and for which purpose. What is not written here is denied. */
final class PermissionTable {
    private PermissionTable() {}

    static Set<Permission> of(Role role) {
        EnumSet<Permission> granted = EnumSet.of(OWN_SESSION, OWN_CREDENTIALS, SCHEMA_READ);
        granted.addAll(ofEmergencies(role));
        granted.addAll(ofKeeping(role));
        granted.addAll(
                switch (role) {
                    case COORDINATOR ->
                        EnumSet.of(
                                CASE_LIST,
                                CASE_READ,
                                CASE_CREATE,
                                CASE_CHANGE,
                                TIMELINE_WRITE,
                                CASE_IMPORT,
                                INDICATOR_READ,
                                QUESTIONNAIRE_OFFER,
                                QUESTIONNAIRE_RESULTS,
                                PLUGIN_READ);
                    case PRACTITIONER ->
                        EnumSet.of(CASE_LIST, CASE_READ, TIMELINE_WRITE, INDICATOR_READ, QUESTIONNAIRE_OFFER);
                    case MANAGER ->
                        EnumSet.of(
                                CASE_LIST,
                                CASE_READ,
                                CASE_ERASE,
                                INDICATOR_READ,
                                QUESTIONNAIRE_RESULTS,
                                USER_MANAGE,
                                USER_GRANT,
                                REQUEST_READ,
                                REQUEST_CONFIRM,
                                PLUGIN_READ,
                                PLUGIN_SWITCH,
                                ALERT_HANDLE);
                    case DPO -> EnumSet.of(AUDIT_READ, AUDIT_EXPORT, ALERT_HANDLE, REQUEST_READ, REQUEST_CONFIRM);
                    case NATIONAL_ADMIN -> ofTheNation();
                    case NETWORK_ANALYST -> EnumSet.noneOf(Permission.class);
                });
        return granted;
    }

    /** About breaking the glass: who may need to, who may stop it, who looks at it. */
    private static Set<Permission> ofEmergencies(Role role) {
        return switch (role) {
            case PRACTITIONER -> EnumSet.of(EMERGENCY_USE, EMERGENCY_READ, EMERGENCY_END);
            case COORDINATOR -> EnumSet.of(EMERGENCY_READ, EMERGENCY_END);
            case MANAGER -> EnumSet.of(EMERGENCY_READ, EMERGENCY_END, EMERGENCY_REVIEW);
            case DPO -> EnumSet.of(EMERGENCY_READ);
            case NATIONAL_ADMIN, NETWORK_ANALYST -> EnumSet.noneOf(Permission.class);
        };
    }

    /** About how long a case is kept and under which key: whoever leads the house, and whoever watches over its data. */
    private static Set<Permission> ofKeeping(Role role) {
        return switch (role) {
            case MANAGER, DPO -> EnumSet.of(HOLD_READ, HOLD_PLACE, HOLD_LIFT, KEY_READ, KEY_OPERATE);
            case NATIONAL_ADMIN -> EnumSet.of(KEY_READ, KEY_OPERATE);
            case COORDINATOR, PRACTITIONER, NETWORK_ANALYST -> EnumSet.noneOf(Permission.class);
        };
    }

    /** Whether the role works with all cases of its house; the others know of those that they are members of. */
    static boolean knowsEveryCase(Role role) {
        return switch (role) {
            case COORDINATOR, MANAGER -> true;
            case PRACTITIONER, DPO, NATIONAL_ADMIN, NETWORK_ANALYST -> false;
        };
    }

    /** Whether the role sees, or with the permission ends, the emergency accesses of others; a practitioner the own ones. */
    static boolean watchesEmergencies(Role role) {
        return switch (role) {
            case COORDINATOR, MANAGER, DPO -> true;
            case PRACTITIONER, NATIONAL_ADMIN, NETWORK_ANALYST -> false;
        };
    }

    /** What somebody may only whose roles all have it: whoever leads, runs or watches has other ways. */
    static boolean onlyAlone(Permission permission) {
        return permission == EMERGENCY_USE;
    }

    private static EnumSet<Permission> ofTheNation() {
        return EnumSet.of(USER_MANAGE, USER_GRANT, REQUEST_READ, REQUEST_CONFIRM, PLUGIN_READ, PLUGIN_SWITCH);
    }

    /** What is allowed only to somebody who has proved the second factor within the last minutes. */
    static boolean needsStepUp(Permission permission) {
        return switch (permission) {
            case USER_GRANT,
                    REQUEST_CONFIRM,
                    CASE_ERASE,
                    HOLD_LIFT,
                    PLUGIN_SWITCH,
                    AUDIT_EXPORT,
                    KEY_OPERATE,
                    OWN_CREDENTIALS,
                    EMERGENCY_USE -> true;
            default -> false;
        };
    }

    static Purpose purpose(Permission permission) {
        return switch (permission) {
            case CASE_LIST, CASE_READ, CASE_CREATE, CASE_CHANGE, TIMELINE_WRITE, CASE_IMPORT, EMERGENCY_USE ->
                Purpose.CASE_WORK;
            case INDICATOR_READ -> Purpose.QUALITY;
            case QUESTIONNAIRE_OFFER, QUESTIONNAIRE_RESULTS -> Purpose.CHILD_PARTICIPATION;
            case SCHEMA_READ,
                    PLUGIN_READ,
                    PLUGIN_SWITCH,
                    USER_MANAGE,
                    USER_GRANT,
                    REQUEST_READ,
                    REQUEST_CONFIRM,
                    CASE_ERASE,
                    HOLD_PLACE,
                    HOLD_LIFT,
                    KEY_OPERATE,
                    OWN_CREDENTIALS,
                    OWN_SESSION -> Purpose.ADMINISTRATION;
            case AUDIT_READ,
                    ALERT_HANDLE,
                    AUDIT_EXPORT,
                    EMERGENCY_READ,
                    EMERGENCY_END,
                    EMERGENCY_REVIEW,
                    HOLD_READ,
                    KEY_READ -> Purpose.OVERSIGHT;
        };
    }
}
