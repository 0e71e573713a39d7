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

/** The tree of files keeps its promises, and a tree that does not is found out. */
public class TreeTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Tree tree = new Tree(Repository.root());

    @Test
    public void folderArtifactSymbolicNameAndPackageAreOneName() throws IOException {
        assertEquals(List.of(), tree.misnamed());
    }

    @Test
    public void everyBundleIsInExactlyOneFeature() throws IOException {
        assertEquals(List.of(), tree.notInOneFeature());
    }

    @Test
    public void everyCountryHasAPackAndABundle() throws IOException {
        assertEquals(List.of(), tree.lonelyCountries());
    }

    @Test
    public void noVersionStandsOutsideTheRootPom() throws IOException {
        assertEquals(List.of(), tree.strayVersions());
    }

    @Test
    public void aTreeThatBreaksEveryPromiseIsFoundOut() throws IOException {
        write("bundles/country.xx/pom.xml", "<artifactId>something</artifactId><version>1.0</version>");
        write("bundles/country.xx/src/main/java/elsewhere/Type.java", "");
        write("features/f/feature.xml", "<bundle>mvn:org.other/thing/1.0</bundle>");
        write("schemas/yy/pack.yaml", "");
        Tree broken = new Tree(folder.getRoot().toPath());
        assertEquals(2, broken.misnamed().size());
        assertEquals(List.of("org.openbarnahus.country.xx"), broken.notInOneFeature());
        assertEquals(List.of("xx", "yy"), broken.lonelyCountries());
        assertEquals(2, broken.strayVersions().size());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.getRoot().toPath().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
