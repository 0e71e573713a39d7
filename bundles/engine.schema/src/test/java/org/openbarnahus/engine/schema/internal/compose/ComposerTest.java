// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.compose;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.engine.schema.internal.pack.ConditionReader;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackText;

public class ComposerTest {
    private static final Pack CORE = PackText.real("core");

    @Test
    public void aCountryIsCoreWithTheCountrysFieldsAndWords() {
        SchemaSnapshot snapshot = snapshot(PackText.aCountry());
        assertTrue(snapshot.field(FieldId.of("age")).isPresent());
        assertTrue(snapshot.field(FieldId.of("xx.colour")).isPresent());
        assertEquals("Onetown", snapshot.codeLabel(Locale.ENGLISH, "municipality", "0001"));
        assertEquals(
                List.of("core", "xx"),
                snapshot.packs().stream().map(p -> p.code()).toList());
    }

    @Test
    public void nothingIsComposedWithoutTheCore() {
        Composer.Result result = Composer.compose(List.of(PackText.aCountry().pack()), Set.of());
        assertTrue(result.snapshots().isEmpty());
        assertTrue(problems(result, "xx").contains("pack.yaml:5:11: pack 'core' is not active"));
    }

    @Test
    public void aCountryThatIsNotTheSitesIsLeftOut() {
        Composer.Result result =
                Composer.compose(List.of(CORE, PackText.aCountry().pack()), Set.of("SE"));
        assertTrue(result.snapshots().isEmpty());
        assertTrue(problems(result, "xx").contains("country XX is not one of this site's"));
    }

    @Test
    public void namesThatNobodyDeclaresAreRefusedWhereTheyStand() {
        refused(
                PackText.aCountry().without("codelists/xx.colour.csv"),
                "fields/case.yaml:6:11: no code list 'xx.colour'");
        refused(rule("{field: no_such}", "{event: closure}"), "rules/r.yaml:4:19: no field 'no_such'");
        refused(rule("{field: case_date}", "{event: party}"), "rules/r.yaml:5:17: no activity type 'party'");
        refused(rule("{field: age}", "{event: closure}"), "field 'age' has another type");
        refused(
                rule("{field: case_date}", "{event: closure, where: {field: closure_reason, in: [fun]}}"),
                "no code 'fun' in list closure_reason");
        refused(
                rule("{field: case_date}", "{event: closure, where: {field: eligibility, in: [accepted]}}"),
                "field 'eligibility' is not asked for there -> it stands on activity:referral");
    }

    @Test
    public void aMissingWordIsNamedWithItsFile() {
        refused(
                PackText.aCountry().replace("i18n/en.properties", "field.xx.colour=Colour\n", ""),
                "fields/case.yaml:2:9: no word for field.xx.colour -> add field.xx.colour=… to i18n/en.properties");
        refused(
                PackText.aCountry().with("codelists/xx.colour.csv", "code\nred\n"),
                "codelists/xx.colour.csv:2:1: no word for code.xx.colour.red");
    }

    @Test
    public void theCountryMustBringTheListsThatTheCoreLeavesToIt() {
        refused(
                PackText.aCountry().without("codelists/municipality.csv"),
                "the country leaves out list 'municipality'");
    }

    @Test
    public void codesAreAddedUnderACoreCodeAndStandBehindIt() {
        SchemaSnapshot snapshot = snapshot(PackText.aCountry()
                .with("codelists/violence.csv", "code,name,parent\nxx.new,New,rape\n")
                .with("codelists/child_role.csv", "code,hidden\nsuspect,true\n"));
        List<String> codes = snapshot.codeList("violence").orElseThrow().entries().stream()
                .map(CodeEntry::code)
                .toList();
        assertEquals(codes.indexOf("rape") + 1, codes.indexOf("xx.new"));
        assertTrue(snapshot.codeList("child_role")
                .orElseThrow()
                .find("suspect")
                .orElseThrow()
                .hidden());
    }

    @Test
    public void coreCodesAreNotRedefined() {
        refused(
                PackText.aCountry().with("codelists/violence.csv", "code,name,parent\nrape,Other,other\n"),
                "codelists/violence.csv:2:1: code 'rape' of another pack is redefined");
        refused(
                PackText.aCountry().with("codelists/violence.csv", "code,name,parent\nxx.new,New,\n"),
                "code 'xx.new' has no parent in list violence");
        refused(
                PackText.aCountry().with("codelists/violence.csv", "code,name,parent\nnew,New,rape\n"),
                "code 'new' lacks its owner's prefix");
        refused(
                PackText.aCountry().with("codelists/party.csv", "code,name\na,A\n"),
                "list 'party' lacks its owner's prefix");
    }

    @Test
    public void overridesTightenWidenBoundsAndHide() {
        SchemaSnapshot snapshot = snapshot(
                overriding("{id: report_date, required: now}, {id: age, max: 20}, {id: suspects, hidden: true}"));
        assertEquals(Requirement.NOW, field(snapshot, "report_date").required());
        assertEquals(Long.valueOf(20), field(snapshot, "age").limits().max());
        assertEquals(Long.valueOf(0), field(snapshot, "age").limits().min());
        assertEquals(ConditionReader.NEVER, field(snapshot, "suspects").showIf());
    }

    @Test
    public void overridesNeverLoosenAndNeedTheirField() {
        refused(overriding("{id: age, required: no}"), "the field is required already");
        refused(overriding("{id: no_such, hidden: true}"), "no field 'no_such'");
        refused(overriding("{id: sex, max: 3}"), "min and max belong to type integer");
        assertTrue(overriding("{id: sex, type: text}").problems().contains("unknown key 'type'"));
    }

    @Test
    public void anActivityFieldsConditionLooksAtItsOwnActivity() {
        refused(
                PackText.aCountry()
                        .replace(
                                "fields/case.yaml",
                                "on: [case]",
                                "on: [\"activity:closure\"]\n    show_if: {field: sex, in: [female]}"),
                "field 'sex' is not asked for there -> it stands on case");
    }

    @Test
    public void aSecondPackOfTheSameCountryIsRefused() {
        PackText second = PackText.aSite("zz")
                .replace("pack.yaml", "kind: site", "kind: country\ncountry: XX")
                .with("codelists/municipality.csv", "code,name\n1,One\n")
                .replace("i18n/en.properties", "pack.zz", "country.word.service=S\npack.zz");
        Composer.Result result =
                Composer.compose(List.of(CORE, PackText.aCountry().pack(), second.pack()), Set.of());
        assertEquals(Set.of("XX"), result.snapshots().keySet());
        assertTrue(problems(result, "zz").contains("another pack is the country pack of XX"));
    }

    @Test
    public void aSitePackStandsOnTopAndAWrongOneLeavesTheCountryAlone() {
        Pack country = PackText.aCountry().pack();
        Pack site = PackText.aSite("house").pack();
        SchemaSnapshot with = xx(Composer.compose(List.of(site, country, CORE), Set.of()));
        assertTrue(with.field(FieldId.of("house.team")).isPresent());
        Pack wrong = PackText.aSite("house")
                .replace("fields/case.yaml", "yes_no_unknown", "code, list: gone")
                .pack();
        Composer.Result result = Composer.compose(List.of(CORE, country, wrong), Set.of());
        assertTrue(problems(result, "house").contains("no code list 'gone'"));
        assertFalse(xx(result).field(FieldId.of("house.team")).isPresent());
    }

    @Test
    public void theOrderOfFindingChangesNothing() {
        List<Pack> packs =
                Stream.of("core", "se", "no", "bqs", "bhq").map(PackText::real).toList();
        assertEquals(
                Composer.compose(packs, Set.of()).snapshots(),
                Composer.compose(packs.reversed(), Set.of()).snapshots());
    }

    private static PackText rule(String from, String to) {
        return PackText.aCountry().with("rules/r.yaml", """
                        rules:
                          - id: xx.r
                            kind: deadline
                            from: %s
                            to: %s
                            within: {days: 3}
                            citation: {text: A law, verified: false}
                        """.formatted(from, to));
    }

    private static PackText overriding(String overrides) {
        return PackText.aCountry().with("fields/o.yaml", "overrides: [" + overrides + "]");
    }

    private static FieldDefinition field(SchemaSnapshot snapshot, String id) {
        return snapshot.field(FieldId.of(id)).orElseThrow();
    }

    private static SchemaSnapshot snapshot(PackText country) {
        Composer.Result result = Composer.compose(List.of(CORE, country.pack()), Set.of());
        assertEquals("", problems(result, "xx"));
        return xx(result);
    }

    private static SchemaSnapshot xx(Composer.Result result) {
        return Objects.requireNonNull(result.snapshots().get("XX"));
    }

    private static void refused(PackText country, String reason) {
        Composer.Result result = Composer.compose(List.of(CORE, country.pack()), Set.of());
        String problems = problems(result, "xx");
        assertTrue("expected: " + reason + "\nfound: " + problems, problems.contains(reason));
        assertTrue(result.snapshots().isEmpty());
    }

    private static String problems(Composer.Result result, String code) {
        return PackText.text(result.refused().getOrDefault(code, List.of()));
    }
}
