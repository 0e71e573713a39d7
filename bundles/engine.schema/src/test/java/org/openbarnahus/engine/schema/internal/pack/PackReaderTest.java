// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.schema.FieldType;

public class PackReaderTest {
    private static final String FIELD = "fields/case.yaml";

    @Test
    public void aRightPackIsReadWhole() {
        Pack pack = PackText.aCountry().pack();
        assertEquals("XX", pack.head().country().orElseThrow());
        assertEquals(FieldType.CODE, pack.fields().getFirst().value().type());
        assertEquals(2, pack.codeLists().size());
        assertEquals(
                Optional.of("Colour"),
                Optional.ofNullable(pack.words().get("en"))
                        .map(words -> words.get("field.xx.colour"))
                        .map(Located::value));
    }

    @Test
    public void norwayIsNotFalse() {
        PackText pack = PackText.aCountry().replace("pack.yaml", "country: XX", "country: NO");
        assertEquals("NO", pack.pack().head().country().orElseThrow());
    }

    @Test
    public void anUnknownKeyIsRefusedWithLineColumnAndCure() {
        refused(
                PackText.aCountry().replace(FIELD, "    list:", "    lsit:"),
                "fields/case.yaml:6:5: unknown key 'lsit' -> use one of columns, group, id, list,");
    }

    @Test
    public void allErrorsAreToldAtOnce() {
        PackText pack = PackText.aCountry()
                .replace(FIELD, "type: code", "type: colour")
                .replace("pack.yaml", "version: 0.1.0", "version: one")
                .with("codelists/xx.colour.csv", "code,nmae\nred,Red\n");
        String problems = pack.problems();
        assertTrue(problems, problems.contains("fields/case.yaml:4:11: type 'colour' is unknown -> use one of code,"));
        assertTrue(problems, problems.contains("pack.yaml:2:10: not a version -> write it as 1.0.0"));
        assertTrue(problems, problems.contains("codelists/xx.colour.csv:1:2: column 'nmae' is unknown"));
        assertTrue(pack.read().pack().isEmpty());
    }

    @Test
    public void anIdWithoutTheOwnersPrefixIsRefused() {
        refused(
                PackText.aCountry().replace(FIELD, "id: xx.colour", "id: colour"),
                "fields/case.yaml:2:9: field 'colour' lacks its owner's prefix -> call it 'xx.colour'");
    }

    @Test
    public void aDuplicateIdNamesTheFirstPlace() {
        refused(
                PackText.aCountry()
                        .with(
                                "fields/more.yaml",
                                "fields:\n  - {id: xx.colour, on: [case], type: date, group: g, sensitivity: plain}\n"),
                "fields/more.yaml:2:10: field 'xx.colour' is declared twice -> see fields/case.yaml:2:9");
    }

    @Test
    public void identifyingFieldsAreRefusedByNameTypeAndColumn() {
        for (String id : new String[] {
            "xx.name", "xx.birth_date", "xx.child_date_of_birth", "xx.home_address", "xx.phone", "xx.id_number"
        }) {
            refused(
                    PackText.aCountry().replace(FIELD, "id: xx.colour", "id: " + id),
                    "is identifying -> Barnahus records");
        }
        refused(
                PackText.aCountry().replace(FIELD, "type: code", "type: birth_date"),
                "type 'birth_date' is identifying");
        refused(
                PackText.aCountry()
                        .replace(FIELD, "type: code", "type: rows")
                        .replace(FIELD, "list: xx.colour", "columns: [{name: first_name, list: sex}]"),
                "column 'first_name' is identifying");
    }

    @Test
    public void bornInCountryIsNotIdentifying() {
        PackText pack = PackText.aCountry().replace(FIELD, "id: xx.colour", "id: xx.born_in_country");
        assertEquals("", pack.problems());
    }

    @Test
    public void textMustBeFreeText() {
        refused(
                PackText.aCountry()
                        .replace(FIELD, "type: code", "type: text")
                        .replace(FIELD, "list: xx.colour", "max_length: 9"),
                "free_text and type text go together");
    }

    @Test
    public void limitsBelongToTheirTypes() {
        refused(PackText.aCountry().replace(FIELD, "list:", "min: 1\n    list:"), "min does not belong to type code");
    }

    @Test
    public void aCodedFieldNeedsAList() {
        refused(PackText.aCountry().replace(FIELD, "    list: xx.colour\n", ""), "'list' is missing -> add list: …");
    }

    @Test
    public void folderAndCodeMustAgree() {
        refused(PackText.aCountry().replace("pack.yaml", "code: xx", "code: yy"), "code and folder name differ");
    }

    @Test
    public void aCountryPackNamesItsCountry() {
        refused(PackText.aCountry().replace("pack.yaml", "country: XX\n", ""), "a country pack names its country");
    }

    @Test
    public void aSignedOffPackSaysByWhom() {
        refused(PackText.aCountry().replace("pack.yaml", "draft", "signed_off"), "status and signed_off contradict");
    }

    @Test
    public void everyLanguageNeedsItsWords() {
        refused(PackText.aCountry().replace("pack.yaml", "[en]", "[en, sv]"), "no words in language sv");
    }

    @Test
    public void strayFilesAreRefusedButReadmesAreNot() {
        refused(PackText.aCountry().with("field/a.yaml", "fields: []"), "field/a.yaml:1:1: a pack has no such file");
        assertEquals("", PackText.aCountry().with("README.md", "words").problems());
    }

    @Test
    public void bytesThatAreNotUtf8AreRefused() {
        refused(PackText.aCountry().with(FIELD, new byte[] {(byte) 0xC3, 0x28}), "not UTF-8 -> save it in UTF-8");
    }

    @Test
    public void badCodesRowsAndDatesAreRefused() {
        refused(PackText.aCountry().with("codelists/xx.colour.csv", "code\na b\n"), ":2:1: 'a b' is not a code");
        refused(PackText.aCountry().with("codelists/xx.colour.csv", "code\nred\nred\n"), ":3:1: code 'red' twice");
        refused(
                PackText.aCountry().with("codelists/xx.colour.csv", "code,valid_from\nred,1.1.2020\n"),
                ":2:2: not a date -> write it as 2026-01-31");
        refused(PackText.aCountry().with("codelists/xx.colour.csv", "code,name\nred,\"Red\n"), "a quote is opened");
        refused(PackText.aCountry().with("codelists/xx.colour.csv", "code\nred,green\n"), "more fields than columns");
    }

    @Test
    public void rulesNeedALimitAndACitation() {
        String rule = """
                rules:
                  - id: xx.r
                    kind: deadline
                    from: {field: case_date}
                    to: {event: closure}
                    within: {days: 3, weeks: 2}
                """;
        refused(PackText.aCountry().with("rules/r.yaml", rule), "rules/r.yaml:6:13: not one length of time");
        refused(PackText.aCountry().with("rules/r.yaml", rule), "'citation' is missing");
    }

    /** A page shows it as a link: what a browser would take for something else is named with its line. */
    @Test
    public void linksLeadToPagesOverTlsAndNowhereElse() {
        String rule = """
                rules:
                  - id: xx.keep
                    kind: retention
                    from: born
                    keep: {years: 25}
                    citation: {text: "Act 1, section 9", url: "https://example.org/act/1?section=9#x", verified: false}
                    valid_from: 2026-01-01
                """;
        assertEquals("", PackText.aCountry().with("rules/r.yaml", rule).problems());
        for (String evil : List.of(
                "http://example.org/act",
                "javascript:alert(1)",
                "JavaScript:alert(1)//https://example.org",
                "data:text/html,x",
                "//example.org/act",
                "/cases",
                "https://user:secret@example.org/",
                "https://example.org:8443/",
                "https://",
                "https:///act",
                "https://example.org/a b",
                "https://example.org/<script>",
                " https://example.org/",
                "https://example.org/\u202Egnp",
                "https://ex\u0430mple.org/")) {
            refused(
                    PackText.aCountry()
                            .with("rules/r.yaml", rule.replace("https://example.org/act/1?section=9#x", evil)),
                    "rules/r.yaml:6:47: not a web address -> begin with https:// and the name of a host");
        }
    }

    @Test
    public void timesOfRetentionNeedAStartOneLengthAndACitation() {
        String rule = """
                rules:
                  - id: xx.keep
                    kind: retention
                    from: born
                    keep: {years: 25}
                    citation: {text: "Act 1, section 9", verified: false}
                    valid_from: 2026-01-01
                """;
        PackText right = PackText.aCountry().with("rules/r.yaml", rule);
        assertEquals("", right.problems());
        RetentionRule read =
                right.read().pack().orElseThrow().retention().getFirst().value();
        assertEquals(RetentionRule.Start.BORN, read.start());
        assertEquals(300, read.months());
        assertFalse(read.citation().verified());
        assertEquals(Optional.of(LocalDate.of(2026, 1, 1)), read.validFrom());
        Map<String, List<String>> wrong = Map.of(
                "from 'opened' is unknown", List.of("born", "opened"),
                "not one length of time", List.of("{years: 25}", "{years: 2, months: 3}"),
                "write years: 1 to 150", List.of("{years: 25}", "{years: 151}"),
                "or months: 1 to 1800", List.of("{years: 25}", "{years: 99999999999}"),
                "'citation' is missing", List.of("citation:", "cited:"),
                "lacks its owner's prefix", List.of("xx.keep", "keep"),
                "use deadline or retention", List.of("retention", "archive"));
        wrong.forEach((said, change) -> refused(
                PackText.aCountry().with("rules/r.yaml", rule.replace(change.getFirst(), change.getLast())), said));
    }

    @Test
    public void conditionsAreCheckedInTheirForm() {
        String show = "type: code\n    show_if: ";
        refused(PackText.aCountry().replace(FIELD, "type: code", show + "{field: sex}"), "compared with nothing");
        refused(
                PackText.aCountry().replace(FIELD, "type: code", show + "{field: age, between: [1]}"),
                "needs two bounds");
        refused(PackText.aCountry().replace(FIELD, "type: code", show + "{some: thing}"), "not a condition");
        refused(PackText.aCountry().replace(FIELD, "type: code", show + "{field: Sex, in: [a]}"), "is not a field id");
    }

    @Test
    public void wordsWithDirectionControlsAreRefused() {
        refused(
                PackText.aCountry().replace("i18n/en.properties", "=Colour", "=Col\u202Eour"),
                "i18n/en.properties:3:1: the word of field.xx.colour is empty, too long or holds control");
        refused(PackText.aCountry().with("i18n/en.properties", "a=1\na=2\n"), "i18n/en.properties:2:1: key 'a' twice");
    }

    private static void refused(PackText pack, String reason) {
        String problems = pack.problems();
        assertTrue("expected: " + reason + "\nfound: " + problems, problems.contains(reason));
        assertTrue(pack.read().pack().isEmpty());
    }
}
