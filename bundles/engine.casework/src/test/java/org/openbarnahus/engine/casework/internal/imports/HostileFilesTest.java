// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.service.ImportService;
import org.openbarnahus.core.service.command.ImportCases;
import org.openbarnahus.core.service.query.ImportReport;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.engine.casework.fake.House;

public class HostileFilesTest {
    private static final String HEAD = "reference,case_date,sex,suspicion,suspects,has_led_to_prosecution\n";
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
    public void hostileFilesAreRefusedWithoutHarm() {
        assertEquals(List.of("cases 2  IMPORT_ROW"), lines(check(HEAD + "a,2026-05-01,\uFFFD,,,\n", "")));
        assertEquals(
                "IMPORT_ROW",
                check(HEAD + "a,\"2026-05-01,female\n", "")
                        .problems()
                        .getFirst()
                        .problem()
                        .code()
                        .name());
        assertEquals(List.of("cases 1  IMPORT_ROW"), lines(check("", "")));
        assertEquals(List.of("cases 1  TOO_MANY"), lines(check("x,".repeat(2000), "")));
        assertEquals(
                ErrorCode.BODY_TOO_LARGE,
                ((Outcome.Refused<ImportReport>) imports.check(
                                House.coordinator(), new ImportCases("x".repeat(21 * 1024 * 1024), "", false)))
                        .problems()
                        .getFirst()
                        .code());
        ImportReport huge = check(
                HEAD + "a,2026-05-01,female,,,\n",
                "reference,type,date,note\na,forensic_interview,2026-05-02," + "x".repeat(10_000_000) + "\n");
        assertEquals(List.of("timeline 2 note TOO_LONG"), lines(huge));
        ImportReport bidi = check(
                HEAD + "a,2026-05-01,female,,,\n",
                "reference,type,date,note\na,forensic_interview,2026-05-02,x\u202Ey\na,forensic_interview,2026-05-02,x\u0000y\n");
        assertEquals(
                List.of("timeline 2 note FORBIDDEN_CHARACTER", "timeline 3 note FORBIDDEN_CHARACTER"), lines(bidi));
    }

    @Test
    public void whatIsWrongWithAFileIsSaidInTheReadersLanguage() {
        assertEquals(
                "Linjen kan ikke leses: den er ikke UTF-8; lagre filen som «CSV UTF-8».",
                reason(HEAD + "a,2026-05-01,\uFFFD,,,\n"));
        assertEquals(
                "Linjen kan ikke leses: anførselstegnene stemmer ikke overens.",
                reason(HEAD + "a,\"2026-05-01,female\n"));
        assertEquals("Linjen kan ikke leses: filen er tom.", reason(""));
        assertEquals(
                "Linjen kan ikke leses: den har flere celler enn det er kolonner.",
                reason("case_date,sex\n2026-05-01,female,extra\n"));
    }

    private String reason(String cases) {
        return ErrorTexts.message(check(cases, "").problems().getFirst().problem(), Locale.forLanguageTag("nb"));
    }

    @Test
    public void tooManyCasesAreRefusedAsAWhole() {
        StringBuilder cases = new StringBuilder("case_date,sex\n");
        for (int i = 0; i < 5_001; i++) {
            cases.append("2026-05-01,female\n");
        }

        assertEquals(List.of("cases 5002  TOO_MANY"), lines(check(cases.toString(), "")));
    }

    private ImportReport check(String cases, String timeline) {
        return imports.check(House.coordinator(), new ImportCases(cases, timeline, false))
                .orElseThrow();
    }

    private static List<String> lines(ImportReport report) {
        return report.problems().stream()
                .map(p -> p.file() + " " + p.line() + " " + p.column() + " "
                        + p.problem().code())
                .toList();
    }

    @Test
    public void aCellOfSeparatorsIsRefusedAndNotAFailure() {
        assertEquals(
                List.of("cases 2 suspicion WRONG_TYPE", "cases 2 suspects WRONG_TYPE"),
                lines(check(HEAD + "a,2026-05-01,female,|,||,\n", "")));
    }
}
