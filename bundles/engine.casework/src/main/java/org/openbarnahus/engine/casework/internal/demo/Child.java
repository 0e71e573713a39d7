// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldValues;

/** The case's own fields of a synthetic case. Shares follow what houses in the north report, roughly. */
final class Child {
    private final SchemaSnapshot law;
    private final Dice dice;
    private final LocalDate caseDate;
    private final LocalDate today;
    private final Sheaf sheaf;
    final LocalDate reported;
    final boolean police;

    Child(SchemaSnapshot law, Dice dice, LocalDate caseDate, LocalDate today) {
        this.law = law;
        this.dice = dice;
        this.caseDate = caseDate;
        this.today = today;
        this.sheaf = new Sheaf(law, Scope.CASE, caseDate);
        this.reported = caseDate.minusDays(dice.waiting(0, 12));
        this.police = dice.chance(82);
    }

    FieldValues values(boolean closed) {
        sheaf.date("case_date", caseDate).date("report_date", reported);
        sheaf.code(
                "initiated_by",
                dice.pick(
                        "child_protection 54, police 24, prosecutor 4, health 7, mental_health 3, school 5, caregiver 2, child_self 1"));
        String act = what();
        who(act);
        justice(closed);
        needs();
        background();
        return sheaf.values();
    }

    private void who(String act) {
        boolean seen = act.equals("witnessing_domestic_violence");
        sheaf.code(
                "child_role",
                seen
                        ? dice.pick("witness 52, victim_and_witness 38, sibling 10")
                        : dice.pick("victim 82, victim_and_witness 10, sibling 4, child_with_harmful_behaviour 4"));
        sheaf.number("age", Math.min(17, dice.between(2, 10) + dice.between(0, 7)));
        sheaf.code("sex", dice.pick("female 57, male 42, unknown 1"));
        sheaf.code("municipality", municipality());
    }

    private String municipality() {
        List<String> near = law.codeList("municipality").stream()
                .flatMap(l -> l.entries().stream())
                .filter(e -> !e.hidden() && e.validOn(caseDate))
                .filter(e -> e.parent().isPresent()
                        && REGIONS.contains(law.country() + e.parent().get()))
                .map(CodeEntry::code)
                .toList();
        if (near.isEmpty() || dice.chance(4)) {
            return dice.pick("protected_address 6, outside_country 2, unknown 2");
        }
        return near.get(Math.min(near.size() - 1, dice.waiting(0, near.size() - 1)));
    }

    /** Counties whose children the two synthetic houses receive. */
    private static final List<String> REGIONS = List.of("SE05", "NO46");

    /** Gives back the main suspicion. */
    private String what() {
        String act = dice.pick("physical_other 27, physical_serious 5, corporal_punishment 8, rape 12,"
                + " sexual_assault_contact 15, sexual_noncontact 5, grooming 4, csam 3, witnessing_domestic_violence 15,"
                + " psychological 4, neglect_emotional 1, honour_related 1");
        boolean online = act.equals("grooming") || act.equals("csam");
        List<String> suspicion = new ArrayList<>(List.of(act));
        if (!online && dice.chance(34)) {
            suspicion.add(dice.pick("psychological 40, witnessing_domestic_violence 30, se.barnfridsbrott 20,"
                    + " threats_stalking 10"));
        }
        sheaf.codes("suspicion", true, suspicion);
        sheaf.code(
                "online_element",
                online
                        ? dice.pick("online_only 62, contact_started_online 22, material_produced_or_shared 16")
                        : dice.pick("none 96, contact_started_online 2, both 1, unknown 1"));
        sheaf.number("no.days_since_act", dice.waiting(0, 400));
        sheaf.code("no.close_relations", dice.pick("yes 55, no 40, unknown 5"));
        sheaf.code("no.full_account", dice.pick("yes 12, no 80, unknown 8"));
        sheaf.code("no.protection_need", dice.pick("yes 18, no 74, unknown 8"));
        sheaf.rows("suspects", suspects(online));
        return act;
    }

    private List<Map<String, String>> suspects(boolean online) {
        if (online) {
            return List.of(suspect(dice.pick("met_online_only 62, stranger 14, friend_or_peer 14, unidentified 10")));
        }
        String first = dice.pick(
                "biological_or_adoptive_father 40, biological_or_adoptive_mother 22,"
                        + " step_parent_or_partner 13, sibling 6, other_relative 7, friend_or_peer 6, stranger 3, unidentified 3");
        boolean second = first.equals("biological_or_adoptive_father") && dice.chance(25);
        return second ? List.of(suspect(first), suspect("biological_or_adoptive_mother")) : List.of(suspect(first));
    }

    private Map<String, String> suspect(String relation) {
        boolean young = relation.equals("sibling") || relation.equals("friend_or_peer");
        String age = young ? dice.pick("under_criminal_age 40, minor_above_criminal_age 50, adult 10") : "adult";
        String sex = relation.endsWith("mother") ? "female" : dice.pick("male 93, female 5, unknown 2");
        return Map.of("relation", relation, "age_group", age, "sex", sex);
    }

    private void justice(boolean closed) {
        sheaf.code("has_led_to_police_report", police ? "yes" : dice.pick("no 80, pending 20"));
        boolean settled = closed || caseDate.isBefore(today.minusDays(200));
        String open = settled ? "yes 30, no 70" : "pending 80, no 20";
        sheaf.code("has_led_to_prosecution", police ? dice.pick(open) : "no");
        LocalDate suspected = reported.plusDays(dice.waiting(1, 60));
        if (police && dice.chance(68) && !suspected.isAfter(today)) {
            sheaf.date("se.suspect_reasonable_date", suspected);
            sheaf.code("se.special_representative", dice.pick("yes 70, no 25, unknown 5"));
        }
        sheaf.code("no.lawyer_appointed", dice.pick("yes 78, no 17, unknown 5"));
        sheaf.code("no.guardian_appointed", dice.pick("yes 60, no 34, unknown 6"));
    }

    private void needs() {
        sheaf.code("special_needs.assessed", dice.pick("yes 76, no 14, unknown 10"));
        LocalDate assessed = caseDate.plusDays(dice.waiting(0, 14));
        sheaf.date("special_needs.assessed_on", assessed.isAfter(today) ? caseDate : assessed);
        List<String> needs = new ArrayList<>();
        needs.add(
                dice.pick(
                        "none 62, adhd 9, autism 5, intellectual_disability 3, trauma_symptoms 9, mental_health 5, very_young 5, in_care 2"));
        sheaf.codes("special_needs.needs", false, needs);
    }

    private void background() {
        String language = law.country().equals("NO") ? "nor 80" : "swe 78";
        String spoken = dice.pick(language + ", ara 6, som 3, eng 2, pol 2, tir 2, prs 2, ukr 2, unknown 3");
        sheaf.code("child_demographic.main_language", spoken);
        boolean ofTheCountry = language.startsWith(spoken);
        sheaf.code("child_demographic.interpreter_needed", ofTheCountry ? "no" : dice.pick("yes 45, no 55"));
        sheaf.code(
                "child_demographic.living_situation",
                dice.pick(
                        "both_parents 42, one_parent 25, shared 18, foster_care 6, with_relatives 3, residential_care 2, shelter 3, unknown 1"));
        sheaf.code("child_demographic.born_in_country", dice.pick("yes 84, no 13, unknown 3"));
    }
}
