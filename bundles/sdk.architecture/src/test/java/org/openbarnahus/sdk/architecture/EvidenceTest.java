// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What auditors are shown is there: every file and test that the documents for them name, and every number. */
public class EvidenceTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Evidence evidence = new Evidence(Repository.root());

    @Test
    public void everyRowOfTheTableHasItsEvidence() throws IOException {
        assertEquals(List.of(), evidence.faultsOfTheTable());
    }

    @Test
    public void theSummarySaysWhatTheTableSays() throws IOException {
        assertEquals(List.of(), evidence.countsMissingInTheSummary());
        assertEquals(List.of(), evidence.differencesOfTheListOfWhatIsNotMet());
    }

    @Test
    public void whatOtherDocumentsNameIsThere() throws IOException {
        assertEquals(List.of(), evidence.missingIn("docs/auditor/promises.md"));
        assertEquals(List.of(), evidence.missingIn("docs/THREAT_MODEL.md"));
    }

    @Test
    public void whateverIsMissingIsFoundOut() throws IOException {
        write("bundles/x/src/test/XTest.java", "public void holds() {}");
        write(
                "docs/auditor/promises.md",
                "`bundles/x/src/test/XTest.java#breaks` `XTest#holds` `bundles/gone` `XTest#breaks` `GoneTest` `a.test.js`");
        write(
                "docs/auditor/asvs.md",
                "| L1 | 2 | 1 | 0 | 1 |\n| L2 | 0 | 0 | 1 | 0 |\n| L3 | 0 | 0 | 0 | 0 |\n## Not met\nV1.1.1\n");
        write("docs/auditor/asvs.tsv", """
                id\tlevel\tsection\tverdict\tevidence\tnote
                V1.1.1\tL1\ts\tmet\tbundles/x/src/test/XTest.java#holds\t
                V1.1.1\tL1\ts\tpartly\tbundles/x/src/test/XTest.java#breaks\twhy
                V1.1.2\tL1\ts\tmet\tbundles/x\t
                V1.1.3\tL2\ts\tnot met\t\t
                V1.1.4\tL1\ts\tperhaps\tbundles/gone\twhy
                """);
        Evidence broken = new Evidence(folder.getRoot().toPath());

        assertEquals(
                List.of(
                        "V1.1.1: no id, or there twice",
                        "V1.1.1: bundles/x/src/test/XTest.java#breaks",
                        "V1.1.2: met, and no test is named",
                        "V1.1.3: not met, and nothing says why",
                        "V1.1.4: no verdict or level: perhaps, L1",
                        "V1.1.4: bundles/gone"),
                broken.faultsOfTheTable());
        assertEquals(List.of("| L1 | 2 | 1 | 0 | 0 |", "| all | 2 | 1 | 1 | 0 |"), broken.countsMissingInTheSummary());
        assertEquals(List.of("V1.1.1", "V1.1.3"), broken.differencesOfTheListOfWhatIsNotMet());
        assertEquals(
                List.of(
                        "bundles/x/src/test/XTest.java#breaks",
                        "bundles/gone",
                        "XTest#breaks",
                        "GoneTest",
                        "a.test.js"),
                broken.missingIn("docs/auditor/promises.md"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.getRoot().toPath().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
