// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.compose;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.engine.schema.internal.canonical.SnapshotText;
import org.openbarnahus.engine.schema.internal.pack.PackText;

/** Who is shown a field, as a pack says it. */
public class VisibleTest {
    private static final String PLAIN = "sensitivity: plain";

    /** The country's field with a rule. */
    private static PackText ruled(String visible) {
        return PackText.aCountry()
                .replace("fields/case.yaml", PLAIN, PLAIN + "\n    visible: " + visible)
                .replace("i18n/en.properties", "=Colour", "=Colour\nfield.xx.colour.why=Need to know");
    }

    private static PackText overriding(String overrides) {
        return PackText.aCountry()
                .with("fields/core.yaml", "overrides:\n  - " + overrides + "\n")
                .replace(
                        "i18n/en.properties",
                        "=Colour",
                        "=Colour\nfield.child_demographic.living_situation.why=Need to know");
    }

    private static void refused(PackText pack, String... messages) {
        String told = pack.read()
                .pack()
                .map(p -> PackText.text(Objects.requireNonNullElse(
                        Composer.compose(List.of(PackText.real("core"), p), Set.of())
                                .refused()
                                .get("xx"),
                        List.of())))
                .orElseGet(pack::problems);
        for (String message : messages) {
            assertTrue(told, told.contains(message));
        }
    }

    private static FieldDefinition field(SchemaSnapshot schema, String id) {
        return schema.field(FieldId.of(id)).orElseThrow();
    }

    @Test
    public void aRuleIsReadAndKeptWithTheSchema() {
        SchemaSnapshot schema = Snapshots.of(ruled("[{agencies: [health, police], on: [case]}]"));
        assertEquals(
                List.of(new Visibility(Set.of(Scope.CASE), Set.of("health", "police"))),
                field(schema, "xx.colour").visible());
        assertEquals(schema, SnapshotText.read(schema.id(), SnapshotText.write(schema)));
        assertTrue(SnapshotText.write(schema).contains("\"visible\""));
        assertEquals(
                List.of(), field(Snapshots.of(PackText.aCountry()), "xx.colour").visible());
    }

    @Test
    public void aCountryDecidesAboutTheCoresFieldsToo() {
        SchemaSnapshot schema =
                Snapshots.of(overriding("{id: child_demographic.living_situation, visible: [{agencies: [health]}]}"));
        assertTrue(field(schema, "child_demographic.living_situation").shownTo("health", Scope.CASE));
        assertEquals(false, field(schema, "child_demographic.living_situation").shownTo("police", Scope.CASE));
    }

    @Test
    public void aRuleThatCannotBeMeantIsRefusedWithItsPlaceAndCure() {
        refused(
                ruled("[{agencies: [helth]}]"),
                "fields/case.yaml:8:27: no agency of accounts is called 'helth'",
                "barnahus, child_protection, health, police, prosecution");
        refused(ruled("[]"), "visible names no agency");
        refused(ruled("[{agencies: []}]"), "the rule names no agency");
        refused(ruled("[{agencies: [health], on: [here]}]"), "no such place for a field");
        refused(ruled("[{agencies: [health], who: me}]"), "unknown key 'who'");
        refused(
                ruled("[{agencies: [health], on: [\"activity:closure\"]}]"),
                "visible speaks of activity:closure, where 'xx.colour' is not asked for");
        refused(ruled("[{agencies: [health], on: [\"activity:party\"]}]"), "no activity type 'party'");
    }

    @Test
    public void aRuleNeedsItsReasonInTheWordsOfThePack() {
        refused(
                ruled("[{agencies: [health]}]").replace("i18n/en.properties", "field.xx.colour.why", "other"),
                "no word for field.xx.colour.why -> add field.xx.colour.why=… to i18n/en.properties");
        refused(
                overriding("{id: child_demographic.living_situation, visible: [{agencies: [health]}]}")
                        .replace("i18n/en.properties", "field.child_demographic.living_situation.why", "other"),
                "no word for field.child_demographic.living_situation.why");
    }

    @Test
    public void whatEverybodyMustRecordIsShownToEverybody() {
        refused(
                ruled("[{agencies: [health]}]").replace("fields/case.yaml", PLAIN, PLAIN + "\n    required: now"),
                "field 'xx.colour' is required now and not shown to everybody who records it");
        refused(
                overriding("{id: child_demographic.living_situation, required: now, visible: [{agencies: [health]}]}"),
                "field 'child_demographic.living_situation' is required now and not shown to everybody who records it");
    }

    @Test
    public void aFieldDoesNotGiveAwayAnotherOneOnWhichItDepends() {
        PackText pack = ruled("[{agencies: [health]}]");
        String more = "\n  - {id: xx.shade, on: [case], type: yes_no_unknown, group: justice, sensitivity: plain,"
                + " show_if: {field: xx.colour, in: [red]}%s}";
        PackText open = ruled("[{agencies: [health]}]");
        refused(
                with(open, more.formatted("")),
                "field 'xx.shade' is shown to more agencies than 'xx.colour', on which it depends");
        SchemaSnapshot schema = Snapshots.of(with(pack, more.formatted(", visible: [{agencies: [health]}]"))
                .replace("i18n/en.properties", "=Colour", "=Colour\nfield.xx.shade.why=Need to know"));
        assertTrue(field(schema, "xx.shade").shownTo("health", Scope.CASE));
    }

    private static PackText with(PackText pack, String more) {
        return pack.replace("fields/case.yaml", "[{agencies: [health]}]", "[{agencies: [health]}]" + more)
                .replace("i18n/en.properties", "=Colour", "=Colour\nfield.xx.shade=Shade");
    }

    @Test
    public void theCoreKeepsTreatmentAndInvestigationApart() {
        SchemaSnapshot schema = Snapshots.of("SE");
        FieldDefinition note = field(schema, "note");
        for (String type : List.of("medical_exam_general", "therapy_session", "crisis_support")) {
            assertTrue(note.shownTo("health", Scope.activity(type)));
            assertTrue(!note.shownTo("police", Scope.activity(type)));
        }
        assertTrue(!note.shownTo("health", Scope.activity("suspect_interview")));
        assertTrue(note.shownTo("police", Scope.activity("suspect_interview")));
        assertTrue(note.shownTo("child_protection", Scope.activity("planning_meeting")));
    }
}
