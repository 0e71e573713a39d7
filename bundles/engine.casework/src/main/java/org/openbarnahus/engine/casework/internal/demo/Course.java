// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.service.command.NewEntry;

/** The timeline of a synthetic case, as far as it has come by today. Some interviews are in time, some are not. */
final class Course {
    private final SchemaSnapshot law;
    private final Dice dice;
    private final LocalDate caseDate;
    private final LocalDate today;
    private final boolean withNotes;
    private final List<NewEntry> entries = new ArrayList<>();

    Course(SchemaSnapshot law, Dice dice, LocalDate caseDate, LocalDate today, boolean withNotes) {
        this.law = law;
        this.dice = dice;
        this.caseDate = caseDate;
        this.today = today;
        this.withNotes = withNotes;
    }

    /**
     * @param reported day of the report, from which the limits run
     * @param suspected day of reasonable suspicion, if there is one
     */
    List<NewEntry> entries(LocalDate reported, Optional<LocalDate> suspected) {
        String eligibility = dice.pick("accepted 94, declined 4, waiting 2");
        referral(eligibility);
        if (eligibility.equals("declined")) {
            closure(caseDate.plusDays(dice.between(1, 9)), "not_eligible");
        } else if (eligibility.equals("accepted")) {
            work(reported, suspected);
        }
        return entries.stream().sorted(Comparator.comparing(NewEntry::date)).toList();
    }

    private void work(LocalDate reported, Optional<LocalDate> suspected) {
        LocalDate meeting = caseDate.plusDays(dice.waiting(0, 14));
        if (dice.chance(92)) {
            meeting(meeting);
        }
        LocalDate interview = later(meeting, reported.plusDays(interviewDelay()));
        if (dice.chance(80)) {
            interview(interview, reported, 1);
            if (dice.chance(18)) {
                interview(interview.plusDays(dice.between(5, 40)), reported, 2);
            }
        }
        health(interview);
        support(interview);
        suspected.filter(day -> dice.chance(85)).ifPresent(this::decision);
        LocalDate last = interview.plusDays(dice.between(45, 210));
        if (dice.chance(38)) {
            add(
                    "follow_up_contact",
                    last,
                    sheaf("follow_up_contact", last)
                            .code("recipient", dice.pick("child 30, caregiver 60, family 10"))
                            .number("follow_up.months_after", dice.between(1, 6))
                            .code("need_found", dice.pick("yes 30, no 65, unknown 5")));
        }
        if (dice.chance(88)) {
            closure(
                    last.plusDays(dice.between(1, 30)),
                    dice.pick(
                            "completed 84, transferred_service 6, moved_away 4, declined_by_family 4, lost_contact 2"));
        }
    }

    private void referral(String eligibility) {
        add(
                "referral",
                caseDate,
                sheaf("referral", caseDate)
                        .code("referral.from_agency", dice.pick("child_protection 62, police 30, paediatrics 8"))
                        .code("eligibility", eligibility)
                        .code("decline_reason", dice.pick("outside_target_group 50, no_suspicion 30, other_area 20"))
                        .code("urgency", dice.pick("acute 22, soon 50, routine 28")));
    }

    private void meeting(LocalDate day) {
        List<String> decisions = new ArrayList<>(List.of("forensic_interview", "crisis_support"));
        if (dice.chance(25)) {
            decisions.add("medical_forensic");
        }
        if (dice.chance(40)) {
            decisions.add("protection_assessment");
        }
        add(
                "planning_meeting",
                day,
                sheaf("planning_meeting", day)
                        .code("location", dice.pick("barnahus 70, online_video 25, social_services 5"))
                        .number("duration_min", dice.between(3, 9) * 10L)
                        .rows("participants", participants())
                        .code("child_views_recorded", dice.pick("yes 62, no 30, unknown 8"))
                        .codes("meeting.decisions", false, decisions)
                        .code("protection_plan", dice.pick("yes 55, no 38, unknown 7"))
                        .code("medical_offer", dice.pick("offered_accepted 25, not_indicated 60, not_offered 15"))
                        .code(
                                "crisis_offer",
                                dice.pick("offered_accepted 66, offered_declined_child 8, not_offered 20, unknown 6"))
                        .code("crisis_offer_caregiver", dice.pick("offered_accepted 58, not_offered 35, unknown 7"))
                        .text("note", note("Samråd hållet, tider planerade.", "Samrådsmøte holdt, tider planlagt.")));
    }

    private List<Map<String, String>> participants() {
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(Map.of("agency", "barnahus", "profession", "coordinator", "mode", "in_person"));
        for (String agency : List.of("child_protection", "police", "prosecution", "paediatrics")) {
            if (dice.chance(agency.equals("paediatrics") ? 35 : 88)) {
                rows.add(Map.of("agency", agency, "mode", dice.pick("in_person 65, remote 30, absent_invited 5")));
            }
        }
        return rows;
    }

    /** Days from the report; two of three within two weeks. */
    private int interviewDelay() {
        return dice.chance(64) ? dice.between(2, 14) : dice.waiting(15, 75);
    }

    private void interview(LocalDate day, LocalDate reported, int sequence) {
        boolean late = day.isAfter(reported.plusDays(14)) && sequence == 1;
        String observers = dice.pick("police 40, child_protection 60");
        Sheaf sheaf = sheaf("forensic_interview", day)
                .code("location", dice.pick("barnahus 95, barnahus_mobile 2, police_station 3"))
                .number("duration_min", dice.between(4, 16) * 5L)
                .code("interpreter.used", dice.pick("no 88, yes 12"))
                .number("sequence_no", sequence)
                .code("interview.interviewer_agency", "police")
                .code("interview.interviewer_specialised", dice.pick("yes 91, no 6, unknown 3"))
                .code("interview.same_interviewer", dice.pick("yes 80, no 20"))
                .code("interview.protocol", dice.pick("nichd 35, nichd_revised 30, national_protocol 30, unknown 5"))
                .code("interview.recording", dice.pick("video 97, audio 2, unknown 1"))
                .code("interview.observation_mode", dice.pick("live_room 90, live_remote 6, recording_only 4"))
                .codes("interview.observers", false, List.of(observers, "prosecution", "barnahus"))
                .code(
                        "interview.defence_opportunity",
                        dice.pick("questions_submitted 20, offered_not_used 25, not_offered 40, unknown 15"))
                .codes(
                        "interview.adaptation",
                        false,
                        List.of(dice.pick("none_needed 60, more_breaks 20, drawing_or_toys 12, interpreter 8")))
                .number("interview.breaks", dice.between(0, 3))
                .code("interview.child_stopped", dice.pick("no 93, yes 7"));
        if (late && dice.chance(70)) {
            sheaf.code(
                    "delay_reason",
                    dice.pick(
                            "interviewer_capacity 35, investigative_steps 25, caregiver_or_guardian 12, room_capacity 10, illness 8, child_not_ready 10"));
        }
        add(
                "forensic_interview",
                day,
                sheaf.text(
                        "note",
                        note("Barnet ville ha en paus efter halva tiden.", "Barnet ønsket en pause halvveis.")));
    }

    private void health(LocalDate interview) {
        LocalDate day = interview.plusDays(dice.between(0, 20));
        if (dice.chance(20)) {
            add(
                    "medical_exam_forensic",
                    day,
                    sheaf("medical_exam_forensic", day)
                            .code("urgency", dice.pick("acute 30, soon 45, routine 25"))
                            .code(
                                    "medical.days_since_act",
                                    dice.pick(
                                            "within_1_day 10, days_2_3 15, days_4_7 15, days_8_14 15, over_14_days 45"))
                            .code(
                                    "medical.examiner",
                                    dice.pick("paediatrician 60, forensic_physician 30, gynaecologist 10"))
                            .code("medical.photo_documentation", dice.pick("yes 80, no 20"))
                            .code(
                                    "medical.findings",
                                    dice.pick("normal 55, unspecific 28, suspicious 12, diagnostic 5"))
                            .code("need_found", dice.pick("yes 20, no 80")));
        }
    }

    private void support(LocalDate interview) {
        LocalDate day = interview.plusDays(dice.between(0, 10));
        if (dice.chance(75)) {
            add(
                    "information_given",
                    day,
                    sheaf("information_given", day)
                            .code("recipient", dice.pick("child 50, caregiver 50"))
                            .codes("information.topic", false, List.of("process", dice.pick("rights 50, support 50")))
                            .code("information.understood_checked", dice.pick("yes 70, no 20, unknown 10")));
        }
        int sessions = dice.chance(52) ? dice.between(1, 4) : 0;
        for (int i = 1; i <= sessions; i++) {
            LocalDate session = day.plusDays(i * 7L);
            add(
                    "crisis_support",
                    session,
                    sheaf("crisis_support", session)
                            .code("recipient", dice.pick("child 60, caregiver 40"))
                            .number("sequence_no", i)
                            .code("provider_agency", dice.pick("barnahus 80, child_psychiatry 20")));
        }
        if (dice.chance(24)) {
            add(
                    "therapy_referral",
                    day.plusDays(30),
                    sheaf("therapy_referral", day.plusDays(30))
                            .code("provider_agency", dice.pick("child_psychiatry 75, barnahus 25"))
                            .code("therapy.acceptance", dice.pick("accepted 60, waiting 25, declined_by_service 15")));
        }
    }

    private void decision(LocalDate suspected) {
        LocalDate day = suspected.plusDays(dice.chance(70) ? dice.between(25, 88) : dice.between(95, 200));
        add(
                "justice_decision",
                day,
                sheaf("justice_decision", day)
                        .code(
                                "justice_decision.decision",
                                dice.pick(
                                        "charged 34, closed_insufficient_evidence 48, investigation_closed_no_crime 14, closed_other 4")));
    }

    /** Closes the case unless something that the house does itself would come after it. */
    private void closure(LocalDate wished, String reason) {
        LocalDate last = entries.stream()
                .filter(e -> !e.type().equals("justice_decision"))
                .map(NewEntry::date)
                .max(Comparator.naturalOrder())
                .orElse(wished);
        LocalDate day = later(wished, last);
        add("closure", day, sheaf("closure", day).code("closure_reason", reason));
    }

    private void add(String type, LocalDate day, Sheaf sheaf) {
        if (!day.isAfter(today) && law.activityType(type).isPresent()) {
            entries.add(new NewEntry(type, day, sheaf.values()));
        }
    }

    private Sheaf sheaf(String type, LocalDate day) {
        return new Sheaf(law, Scope.activity(type), day);
    }

    private String note(String swedish, String norwegian) {
        boolean written = withNotes && dice.chance(25);
        return written ? law.country().equals("NO") ? norwegian : swedish : "";
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
