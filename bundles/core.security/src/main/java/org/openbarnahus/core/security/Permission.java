// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

/** What a service method lets a caller do; each method states one with {@link Requires}. */
public enum Permission {
    CASE_LIST,
    CASE_READ,
    CASE_CREATE,
    CASE_CHANGE,
    TIMELINE_WRITE,
    CASE_IMPORT,
    /** Asking for a case to be erased for good: only with a second factor of the last five minutes. */
    CASE_ERASE,
    /** See which cases a legal hold keeps from being erased, and why. */
    HOLD_READ,
    /** Put a legal hold on a case, or say that it goes on. */
    HOLD_PLACE,
    /** Lift a legal hold: only with a second factor of the last five minutes. */
    HOLD_LIFT,
    /** Opening a case that one does not work with, in an emergency: only with a second factor of the last five minutes. */
    EMERGENCY_USE,
    /** See emergency accesses: the own ones, or, for whoever watches, those of the house. */
    EMERGENCY_READ,
    /** End an emergency access before its time: the own one, or, for whoever runs or leads the house, any. */
    EMERGENCY_END,
    /** Say whether an emergency access was justified; never the own one. */
    EMERGENCY_REVIEW,
    INDICATOR_READ,
    SCHEMA_READ,
    QUESTIONNAIRE_OFFER,
    QUESTIONNAIRE_RESULTS,
    PLUGIN_READ,
    /** Switching what all houses work with: only with a second factor of the last five minutes. */
    PLUGIN_SWITCH,
    USER_MANAGE,
    /** Making accounts, giving roles, issuing codes: only with a second factor of the last five minutes. */
    USER_GRANT,
    /** See the grave changes of accounts that wait for a second person, and say no to them. */
    REQUEST_READ,
    /** Be the second person: only with a second factor of the last five minutes. */
    REQUEST_CONFIRM,
    AUDIT_READ,
    /** See alerts and acknowledge them. */
    ALERT_HANDLE,
    OWN_SESSION,
    /** Changing the own password, codes and passkeys: only with a second factor of the last five minutes. */
    OWN_CREDENTIALS,
    /** Taking the audit trail out of the house: only with a second factor of the last five minutes. */
    AUDIT_EXPORT,
    /** See which keys the own house has, and how much lies under each. */
    KEY_READ,
    /** Giving the own house a new key: only with a second factor of the last five minutes. */
    KEY_OPERATE
}
