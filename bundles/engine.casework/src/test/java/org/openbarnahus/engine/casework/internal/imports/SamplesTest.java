// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.service.command.ImportCases;
import org.openbarnahus.core.service.query.ImportReport;
import org.openbarnahus.engine.casework.fake.House;
import org.openbarnahus.engine.casework.fake.RealGates;
import org.openbarnahus.engine.casework.fake.RealLaw;

/** The files in docs/samples against the packs as they are. */
public class SamplesTest {
    private final House house = new House();

    @Test
    public void theSampleIsTakenInWhole() throws IOException {
        ImportReport report = run(sample("cases.csv"), sample("timeline.csv"));

        assertEquals(List.of(), report.problems());
        assertTrue(report.written());
        assertEquals(300, report.goodCases());
        assertTrue(report.goodEntries() > 1_500);
        assertTrue("more time than one case needs", house.store.allowed().toSeconds() > 60);
        List<CaseHistory> all = new ArrayList<>();
        house.store.data(House.LKP).forEachHistory(all::add);
        assertEquals(
                3,
                all.stream()
                        .map(h -> h.file()
                                .values()
                                .date(CoreField.CASE_DATE)
                                .orElseThrow()
                                .getYear())
                        .distinct()
                        .count());
        assertTrue(
                all.stream().filter(h -> h.file().state().code().equals("open")).count() > 20);
    }

    @Test
    public void theBadRowsAreAllNamed() throws IOException {
        ImportReport report = run(sample("bad-rows.csv"), "");

        assertEquals(
                List.of(
                        "3 case_date WRONG_TYPE",
                        "4 age TOO_LARGE",
                        "5 municipality UNKNOWN_CODE",
                        "6 suspicion UNKNOWN_CODE",
                        "7 sex REQUIRED",
                        "8 reference IMPORT_DUPLICATE"),
                report.problems().stream()
                        .map(p ->
                                p.line() + " " + p.column() + " " + p.problem().code())
                        .toList());
        assertEquals(0, house.rows());
    }

    @Test
    public void theTemplateOfTheRealSchemaIsFilledInByItsOwnExample() {
        Template template = new Template(RealLaw.of("SE"), House.TODAY);

        ImportReport report =
                run(template.cases().replace("# ", ""), template.timeline().replace("# ", ""));

        assertEquals(List.of(), report.problems());
        assertEquals(1, report.goodEntries());
    }

    private ImportReport run(String cases, String timeline) {
        house.now = Instant.parse("2026-06-15T10:00:00Z");
        RealGates law = new RealGates(RealLaw.of("SE"));
        return new Imports(
                        () -> Set.of("SE"), house.gates, law, law, law, house.store, house.site, house.time, house.pace)
                .run(House.coordinator(), new ImportCases(cases, timeline, false))
                .orElseThrow();
    }

    private static String sample(String name) throws IOException {
        return Files.readString(RealLaw.REPOSITORY.resolve("docs/samples").resolve(name));
    }
}
