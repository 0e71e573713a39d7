// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.internal;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.ui.kit.text.TextSource;
import org.openbarnahus.ui.kit.text.Texts;

public class CatalogTest {
    private static final Locale SWEDISH = Locale.of("sv");
    private final TextSource shell = language -> switch (language) {
        case "en" ->
            Map.of(
                    "language.name",
                    "English",
                    "a",
                    "A {0} of {1}",
                    "only.en",
                    "English only",
                    "n.one",
                    "{0} case",
                    "n.many",
                    "{0} cases");
        case "sv" -> Map.of("language.name", "Svenska", "a", "Ett {0} av {1}");
        default -> Map.of();
    };
    private final Texts swedish = new Catalog(shell, new KitTexts()).in(SWEDISH);

    @Test
    public void argumentsStandWhereTheLanguageWantsThem() {
        assertEquals("Ett x av y", swedish.get("a", "x", "y"));
    }

    @Test
    public void noArgumentIsReadAsAFormat() {
        for (String hostile : List.of("{1}", "{0}", "$1", "\\1", "%s%n", "${x}", "{", "'{1}'", "%1$9999999d")) {
            assertEquals("Ett " + hostile + " av {0}", swedish.get("a", hostile, "{0}"));
        }
        assertEquals("Ett x av {1}", swedish.get("a", "x"));
    }

    @Test
    public void aMissingTextIsEnglishAndAnUnknownOneItsKey() {
        assertEquals("English only", swedish.get("only.en"));
        assertEquals("no.such.key", swedish.get("no.such.key"));
    }

    @Test
    public void languagesAreThoseThatSomeBundleNames() {
        assertEquals(List.of(Locale.of("en"), SWEDISH), new Catalog(shell).languages());
    }

    @Test
    public void onePieceIsCountedInTheSingular() {
        Texts english = new Catalog(shell).in(Locale.ENGLISH);
        assertEquals("1 case", english.count("n", 1));
        assertEquals("1,000 cases", english.count("n", 1000));
    }

    @Test
    public void daysAreWrittenAsTheLanguageWritesThem() {
        assertEquals("12 mars 2026", swedish.date(LocalDate.of(2026, 3, 12)));
    }
}
