// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.value;

/** Fields of the core pack that the model itself reasons about. Every other field is known to packs only. */
public final class CoreField {
    public static final FieldId CASE_DATE = FieldId.of("case_date");
    public static final FieldId REPORT_DATE = FieldId.of("report_date");
    public static final FieldId INITIATED_BY = FieldId.of("initiated_by");
    public static final FieldId CHILD_ROLE = FieldId.of("child_role");
    public static final FieldId AGE = FieldId.of("age");
    public static final FieldId SEX = FieldId.of("sex");
    public static final FieldId MUNICIPALITY = FieldId.of("municipality");
    public static final FieldId SUSPICION = FieldId.of("suspicion");
    public static final FieldId SUSPECTS = FieldId.of("suspects");
    public static final FieldId PROSECUTION = FieldId.of("has_led_to_prosecution");
    public static final FieldId POLICE_REPORT = FieldId.of("has_led_to_police_report");
    public static final FieldId NEEDS_ASSESSED = FieldId.of("special_needs.assessed");
    public static final FieldId NEEDS_ASSESSED_ON = FieldId.of("special_needs.assessed_on");
    public static final FieldId NEEDS = FieldId.of("special_needs.needs");
    public static final FieldId ONLINE_ELEMENT = FieldId.of("online_element");
    public static final FieldId BORN_IN_COUNTRY = FieldId.of("child_demographic.born_in_country");
    public static final FieldId RESIDENCE_STATUS = FieldId.of("child_demographic.residence_status");
    public static final FieldId MAIN_LANGUAGE = FieldId.of("child_demographic.main_language");
    public static final FieldId INTERPRETER_NEEDED = FieldId.of("child_demographic.interpreter_needed");
    public static final FieldId LIVING_SITUATION = FieldId.of("child_demographic.living_situation");

    /** On a referral: accepted, declined or waiting. */
    public static final FieldId ELIGIBILITY = FieldId.of("eligibility");
    /** On a closure: why. */
    public static final FieldId CLOSURE_REASON = FieldId.of("closure_reason");
    /** On every timeline entry: the free-text note. */
    public static final FieldId NOTE = FieldId.of("note");

    private CoreField() {}
}
