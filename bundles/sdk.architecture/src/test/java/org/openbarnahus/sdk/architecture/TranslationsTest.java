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

/** Nobody meets a missing word, or a word without the number that belongs in it; and a text that lacks it is found out. */
public class TranslationsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Translations translations = new Translations(Repository.root());

    @Test
    public void everyBundleSpeaksEveryLanguageOfTheApplication() throws IOException {
        assertEquals(List.of(), translations.missingLanguages());
    }

    @Test
    public void everyPackSpeaksTheLanguagesItNames() throws IOException {
        assertEquals(List.of(), translations.packsThatSpeakOtherwise());
    }

    @Test
    public void everyTextIsThereInEveryLanguageWithItsPlaceholders() throws IOException {
        assertEquals(List.of(), translations.differences());
    }

    @Test
    public void whateverIsMissingIsFoundOut() throws IOException {
        write("bundles/ui.x/src/main/resources/i18n/en.properties", "a=One of {0}\nb=Two\n");
        write("bundles/ui.x/src/main/resources/i18n/nb.properties", "a=En\nb=\n");
        write("bundles/core.x/src/main/resources/org/errors.properties", "c={max} to {min}\nd=Four\n");
        write("bundles/core.x/src/main/resources/org/errors_sv.properties", "c={min} till {max}\n");
        write("schemas/xx/pack.yaml", "code: xx\nlanguages: [nb, en]\n");
        write("schemas/xx/i18n/en.properties", "pack.xx=X\n");
        Translations broken = new Translations(folder.getRoot().toPath());

        assertEquals(
                List.of(
                        "bundles/core.x/src/main/resources/org/errors: not in nb",
                        "bundles/ui.x/src/main/resources/i18n: not in sv"),
                broken.missingLanguages());
        assertEquals(
                List.of("schemas/xx/i18n: the head names [en, nb], the words are in [en]"),
                broken.packsThatSpeakOtherwise());
        assertEquals(
                List.of(
                        "bundles/core.x/src/main/resources/org/errors: d: no text in sv",
                        "bundles/ui.x/src/main/resources/i18n: a: [] in nb for [{0}]",
                        "bundles/ui.x/src/main/resources/i18n: b: no text in nb"),
                broken.differences());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.getRoot().toPath().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
