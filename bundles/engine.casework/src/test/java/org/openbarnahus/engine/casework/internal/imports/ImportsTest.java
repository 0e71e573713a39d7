// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.service.ImportService;
import org.openbarnahus.core.service.command.ImportCases;
import org.openbarnahus.core.service.query.ImportReport;
import org.openbarnahus.engine.casework.fake.House;

public class ImportsTest {
    private static final String HEAD = "reference,case_date,sex,suspicion,suspects,has_led_to_prosecution\n";
    private static final String GOOD = HEAD
            + "a,2026-05-01,female,physical_other*|psychological,father/|mother/female,no\n"
            + "b,2026-05-02,male,,,\n";
    private static final String STEPS = "reference,type,date,eligibility,closure_reason,note\n"
            + "a,closure,2026-06-01,,completed,\n"
            + "a,referral,2026-05-03,accepted,,\n"
            + "b,forensic_interview,2026-05-09,,,calm\n";

    private final House house = new House();
    private final ImportService imports = new Imports(
            () -> Set.of("SE"),
            house.gates,
            house.gates,
            house.gates,
            house.gates,
            house.store,
            house.site,
            house.time,
            house.pace);

    @Test
    public void aDryRunChecksEverythingAndWritesNothing() {
        ImportReport report = check(GOOD, STEPS);

        assertEquals(new ImportReport(false, 2, 3, 2, 3, List.of()), report);
        assertEquals(0, house.rows());
    }

    @Test
    public void casesComeInWithTheirTimelinesAndStates() {
        ImportReport report = run(GOOD, STEPS, false);

        assertTrue(report.written());
        List<CaseHistory> histories = histories();
        CaseFile first = histories.get(0).file();
        assertEquals("closed", first.state().code());
        assertEquals(
                Optional.of(new FieldValue.CodesValue(List.of("physical_other", "psychological"), "physical_other")),
                first.values().get(CoreField.SUSPICION));
        assertEquals(
                Set.of("father", "mother", "female"), Set.copyOf(first.values().codes(CoreField.SUSPECTS)));
        assertEquals("open", histories.get(1).file().state().code());
        assertEquals("SE-LKP-2026-0002", histories.get(1).file().number().value());
        assertEquals(1, house.store.data(House.LKP).commits);
    }

    @Test
    public void theReferenceIsNotKept() {
        run(GOOD.replace("a,2026", "ref-77,2026"), STEPS.replace("\na,", "\nref-77,"), false);

        assertFalse(house.store.data(House.LKP).cases.toString().contains("ref-77"));
        assertFalse(house.store.data(House.LKP).audit.toString().contains("ref-77"));
    }

    @Test
    public void theSameFilesAreTakenInOnce() {
        ImportReport first = run(GOOD, STEPS, false);
        int rows = house.rows();
        int settled = house.store.settled();

        assertEquals(first, run(GOOD, STEPS, false));
        assertEquals(rows, house.rows());
        assertEquals("the answer of before waits for the disk", settled + 1, house.store.settled());
    }

    @Test
    public void anotherHouseMayTakeInTheSameFiles() {
        run(GOOD, STEPS, false);

        assertTrue(imports.run(House.neighbour(), new ImportCases(GOOD, STEPS, false))
                .orElseThrow()
                .written());
        assertEquals(2, house.store.data(House.OTHER).cases.size());
    }

    @Test
    public void labelsOfAnyLanguageAndTheSpreadsheetsOwnHabitsAreUnderstood() {
        String cases = "\uFEFFReference;Case_Date;Sex;Suspicion;Has_led_to_prosecution\r\n"
                + "a;1.5.2026; flicka ;psykiskt  våld;Ja\r\n"
                + ";;;;\r\n"
                + "b;2026-05-02;Boy;;nej\r\n";

        ImportReport report = run(cases, "reference;type;date;eligibility\na;Remiss;3.5.2026;accepted\n", false);

        assertEquals(new ImportReport(true, 2, 1, 2, 1, List.of()), report);
        assertEquals(Optional.of("female"), histories().get(0).file().values().code(CoreField.SEX));
    }

    @Test
    public void everyBadRowIsNamedWithLineColumnAndReason() {
        String cases = HEAD
                + "a,2026-13-01,female,,,\n"
                + "b,2026-05-02,dragon,nonsense,,\n"
                + "c,2027-01-01,female,,,\n"
                + "d,2026-05-02,,,,\n"
                + "e,2026-05-02,female,unknown*|psychological*,,\n"
                + "f,2026-05-02,female,,,,,x\n";
        String steps = "reference,type,date,closure_reason,note\n"
                + "f,closure,2026-06-01,completed,\n"
                + "f,dance,2026-06-01,,\n"
                + "x,referral,2026-06-01,,\n"
                + "f,forensic_interview,,,call 0123456789\n"
                + "d,forensic_interview,2026-06-01,,\"a\nb\"\n"
                + "d,referral,2026-06-40,,\n";

        assertEquals(
                List.of(
                        "cases 2 case_date WRONG_TYPE",
                        "cases 3 sex UNKNOWN_CODE",
                        "cases 3 suspicion UNKNOWN_CODE",
                        "cases 4 case_date DATE_IN_FUTURE",
                        "cases 5 sex REQUIRED",
                        "cases 6 suspicion WRONG_TYPE",
                        "cases 7  IMPORT_ROW",
                        "cases 7 has_led_to_prosecution REQUIRED_BEFORE_CLOSURE",
                        "timeline 3 type UNKNOWN_ACTIVITY",
                        "timeline 4 reference IMPORT_ORPHAN",
                        "timeline 5 date REQUIRED",
                        "timeline 8 date WRONG_TYPE"),
                lines(check(cases, steps)));
        assertEquals(0, house.rows());
    }

    @Test
    public void withOneBadRowNothingIsWrittenUnlessGoodRowsAreWanted() {
        String cases = GOOD + "c,2026-05-02,dragon,,,\n";

        ImportReport refused = run(cases, STEPS, false);
        assertFalse(refused.written());
        assertEquals(0, house.rows());

        ImportReport kept = run(cases, STEPS, true);
        assertEquals(new ImportReport(true, 3, 3, 2, 3, refused.problems()), kept);
        assertEquals(2, house.store.data(House.LKP).cases.size());
    }

    @Test
    public void aBadTimelineRowSpoilsItsWholeCase() {
        ImportReport kept = run(GOOD, STEPS.replace("b,forensic", "b,dance,2026-05-09,,,\nb,forensic"), true);

        assertEquals(1, kept.goodCases());
        assertEquals(2, kept.goodEntries());
        assertEquals(1, house.store.data(House.LKP).cases.size());
    }

    @Test
    public void aReferenceUsedTwiceSpoilsBothCases() {
        ImportReport report = run(HEAD + "a,2026-05-01,female,,,\na,2026-05-02,male,,,\n", STEPS, true);

        assertFalse(report.written());
        assertEquals(0, report.goodCases());
        assertTrue(lines(report).contains("cases 3 reference IMPORT_DUPLICATE"));
    }

    @Test
    public void aReferenceThatLooksLikeAPersonalNumberIsRefused() {
        ImportReport report = check(HEAD + "20150102-2380,2026-05-01,female,,,\n", "");

        assertEquals(List.of("cases 2 reference IDENTIFIER_IN_TEXT"), lines(report));
        assertFalse(report.toString().contains("2380"));
    }

    @Test
    public void rulesOfTheLawJudgeImportedCasesToo() {
        house.gates.verdicts =
                (history, day) -> List.of(House.verdict("se.never", Verdict.State.FORBIDDEN, Optional.empty()));

        assertEquals(List.of("cases 2  RULE_FORBIDS", "cases 3  RULE_FORBIDS"), lines(check(GOOD, "")));
    }

    @Test
    public void unknownAndMissingColumnsAreNamed() {
        assertEquals(
                List.of("cases 1 sax IMPORT_HEADER", "cases 1 sex IMPORT_HEADER"),
                lines(check("case_date,sax\n2026-05-01,female\n", "")));
        ImportReport odd = check("case_date,sex,Anna Svensson\n", "");
        assertEquals(List.of("cases 1 3 IMPORT_HEADER"), lines(odd));
        assertFalse(odd.toString().toLowerCase(Locale.ROOT).contains("anna"));
    }

    @Test
    public void whatLooksLikeAFormulaIsText() {
        run(
                HEAD + "a,2026-05-01,female,,,\n",
                "reference,type,date,note\na,forensic_interview,2026-05-02,\"=1+1;-- '\"\n",
                false);

        assertEquals(
                Optional.of("=1+1;-- '"),
                histories().getFirst().timeline().getFirst().values().text(CoreField.NOTE));
    }

    @Test
    public void theTemplateIsFilledInByItsOwnExample() {
        String cases = imports.template(House.coordinator(), false).orElseThrow();
        String steps = imports.template(House.coordinator(), true).orElseThrow();
        assertEquals(0, check(cases, steps).caseRows());

        ImportReport report = run(cases.replace("# ", ""), steps.replace("# ", ""), false);

        assertEquals(new ImportReport(true, 1, 1, 1, 1, List.of()), report);
    }

    @Test
    public void whoMayNotImportLearnsNothing() {
        house.gates.denyRole = Optional.of("role");

        assertEquals(
                ErrorCode.DENIED,
                ((Outcome.Refused<ImportReport>) imports.run(House.coordinator(), new ImportCases(GOOD, STEPS, false)))
                        .problems()
                        .getFirst()
                        .code());
    }

    private List<CaseHistory> histories() {
        List<CaseHistory> all = new ArrayList<>();
        house.store.data(House.LKP).forEachHistory(all::add);
        return all;
    }

    @Test
    public void everyFileIsCountedAndWorkedOnInItsTurn() {
        check(GOOD, STEPS);
        run(GOOD, STEPS, false);
        assertEquals(List.of("file", "heavy", "light", "file", "heavy", "light"), house.pace.asked);
        house.pace.answer = Optional.of(Problem.of(ErrorCode.TOO_FAST));
        int rows = house.rows();
        assertEquals(
                Outcome.refused(Problem.of(ErrorCode.TOO_FAST)),
                imports.run(House.coordinator(), new ImportCases(GOOD.replace("2026-05-01", "2026-05-02"), "", false)));
        assertEquals(rows, house.rows());
    }

    private ImportReport check(String cases, String timeline) {
        return imports.check(House.coordinator(), new ImportCases(cases, timeline, false))
                .orElseThrow();
    }

    private ImportReport run(String cases, String timeline, boolean keepGood) {
        return imports.run(House.coordinator(), new ImportCases(cases, timeline, keepGood))
                .orElseThrow();
    }

    private static List<String> lines(ImportReport report) {
        return report.problems().stream()
                .map(p -> p.file() + " " + p.line() + " " + p.column() + " "
                        + p.problem().code())
                .toList();
    }
}
