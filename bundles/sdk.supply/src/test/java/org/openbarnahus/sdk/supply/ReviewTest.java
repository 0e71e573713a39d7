// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is shipped is what was reviewed, to the byte; whatever else comes in is named. */
public class ReviewTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private ADistribution distribution;

    @Before
    public void pinned() throws IOException {
        distribution = new ADistribution(folder.getRoot().toPath());
        distribution.run("renew");
        distribution.knowLicences();
    }

    @Test
    public void whatWasPinnedIsAccepted() throws IOException {
        assertEquals(Main.FINE, distribution.run());
        assertEquals(Main.FINE, distribution.run("renew"));
    }

    @Test
    public void thePinsSayWhereEverythingOfOthersLies() throws IOException {
        String pins = Files.readString(distribution.sources.resolve(Pins.FILE));
        assertTrue(pins, pins.contains("com.example:inside:1\t"));
        assertTrue(pins, pins.contains("\tApache-2.0\tin:org.openbarnahus.x\n"));
        assertTrue(pins, pins.contains("com.example:unpacked:3\t"));
        assertTrue(pins, pins.contains("\tApache-2.0\tclasses:org.openbarnahus.x\n"));
        assertTrue(pins, pins.contains("com.example:library:2.1\t"));
        assertTrue(pins, pins.contains("\tApache-2.0\tfile\n"));
    }

    @Test
    public void aChangedJarIsRefused() throws IOException {
        replace(ADistribution.LIBRARY, Map.of("li/Brary.class", "changed"));
        assertRefused(ADistribution.LIBRARY + " has the SHA-256");
    }

    @Test
    public void aJarThatNobodyPinnedIsRefused() throws IOException {
        replace("system/com/example/other/1/other-1.jar", Map.of("o/Ther.class", "other"));
        assertRefused("other-1.jar is not pinned as file");
    }

    @Test
    public void aChangedJarOfTheFrameworkIsRefused() throws IOException {
        replace(
                ADistribution.KARAF,
                Map.of(
                        "META-INF/maven/org.apache.karaf/main/pom.properties",
                        "version=4.4.10\ngroupId=org.apache.karaf\nartifactId=main\n"));
        assertRefused(ADistribution.KARAF + " has the SHA-256");
    }

    @Test
    public void aChangedJarInsideABundleIsRefused() throws IOException {
        distribution.bundle(ADistribution.jar(Map.of("in/Side.class", "changed")), Map.of());
        assertRefused(ADistribution.BUNDLE + "!/inside-1.jar is not pinned");
    }

    @Test
    public void aChangedClassAmongOursIsRefused() throws IOException {
        distribution.bundle(ADistribution.jar(Map.of("in/Side.class", "inside")), Map.of("un/Packed.class", "changed"));
        assertRefused("!/un/Packed.class is neither ours nor of anything pinned");
    }

    @Test
    public void anotherJarInTheLocalRepositoryExplainsNothing() throws IOException {
        ADistribution.write(
                distribution.repository.resolve("com/example/unpacked/3/unpacked-3.jar"),
                ADistribution.jar(Map.of("un/Packed.class", "unpacked", "un/Other.class", "other")));
        assertRefused("com.example:unpacked:3 in the local repository is not what is pinned");
    }

    @Test
    public void whatIsPinnedAndNotShippedIsNamed() throws IOException {
        Files.delete(distribution.home.resolve(ADistribution.LIBRARY));
        assertRefused("com.example:library:2.1 is pinned as file, and not shipped so");
    }

    @Test
    public void aPartWithoutALicenceIsRefused() throws IOException {
        Path pins = distribution.sources.resolve(Pins.FILE);
        Files.writeString(pins, Files.readString(pins).replace("Apache-2.0\tfile", "?\tfile"));
        assertRefused("com.example:library:2.1 has no licence");
    }

    @Test
    public void aKnownHoleIsRefusedUntilSomebodyAnswersAndTheAnswerGoesWithIt() throws IOException {
        advisory("com.example:library", "[2.0,2.2)", "");
        assertRefused("com.example:library:2.1 is affected by CVE-0 (source)");
        advisory("com.example:library", "[2.0,2.2)", "nobody calls it");
        assertEquals(Main.FINE, distribution.run());
        advisory("com.example:library", "[2.0,2.1)", "nobody calls it");
        assertRefused("affects nothing any more");
    }

    @Test
    public void aKnownHoleInsideAndInWhatOthersShadedAndInScriptsIsFound() throws IOException {
        for (String part :
                new String[] {"com.example:inside", "com.example:unpacked", "org.shaded:shaded", "npm:lit"}) {
            advisory(part, "[0,99)", "");
            assertRefused("is affected by CVE-0");
        }
    }

    private void advisory(String part, String affected, String answer) throws IOException {
        Files.writeString(
                distribution.sources.resolve(Advisories.FILE),
                "# looked at\nCVE-0\t" + part + "\t" + affected + "\t" + answer + "\tsource\n");
    }

    private void replace(String path, Map<String, String> content) throws IOException {
        ADistribution.write(distribution.home.resolve(path), ADistribution.jar(content));
    }

    private void assertRefused(String why) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertEquals(Main.WRONG, distribution.run(said));
        String text = said.toString(StandardCharsets.UTF_8);
        assertTrue(text, text.contains(why));
        assertFalse(text, text.isBlank());
    }
}
