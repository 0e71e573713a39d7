// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** Versions and intervals of them mean what they mean to Maven. */
public class AdvisoryTest {
    @Test
    public void versionsComeInMavensOrder() {
        List<String> ordered = List.of(
                "1-alpha-1",
                "1-alpha-2",
                "1-beta",
                "1-rc1",
                "1-SNAPSHOT",
                "1",
                "1-sp",
                "1.0.1",
                "1.2",
                "1.2.1_3",
                "1.9",
                "1.10",
                "2.0-beta9",
                "2.0");
        List<String> sorted = Stream.of(ordered.toArray(String[]::new))
                .sorted((one, other) -> one.compareTo(other))
                .sorted((one, other) -> Version.parse(one).compareTo(Version.parse(other)))
                .toList();
        assertEquals(ordered, sorted);
    }

    @Test
    public void endingsThatMeanTheReleaseAreTheRelease() {
        for (String same : List.of("33.8.0", "33.8", "33.8.0-jre", "33.8.0.Final", "33.8.0.RELEASE")) {
            assertEquals(0, Version.parse("33.8.0").compareTo(Version.parse(same)));
        }
    }

    @Test
    public void boundsAreInOrOutAsTheBracketSays() {
        assertTrue(hits("[2.0,2.18.9),[2.19,2.21.5)", "2.0"));
        assertTrue(hits("[2.0,2.18.9),[2.19,2.21.5)", "2.21.4"));
        assertFalse(hits("[2.0,2.18.9),[2.19,2.21.5)", "2.18.9"));
        assertFalse(hits("[2.0,2.18.9),[2.19,2.21.5)", "2.21.5"));
        assertFalse(hits("[2.0,2.18.9),[2.19,2.21.5)", "1.9"));
        assertTrue(hits("(,2]", "2"));
        assertFalse(hits("(2,)", "2"));
        assertTrue(hits("(2,)", "2.0.1"));
        assertTrue(hits("[2.0-beta9,2.15)", "2.0"));
        assertFalse(hits("[0,1.85)", "1.86"));
    }

    @Test
    public void anAsteriskMeansAllOfTheGroupAndNothingElse() {
        Advisory all = new Advisory("id", "a.b:*", "[0,9)", "", "source");
        assertTrue(all.hits(Coordinates.parse("a.b:c:1")));
        assertFalse(all.hits(Coordinates.parse("a.b.c:d:1")));
        assertFalse(new Advisory("id", "a:b", "[0,9)", "", "source").hits(Coordinates.parse("a:bc:1")));
    }

    @Test
    public void whatIsNoIntervalIsRefusedAndNotOverlooked() {
        for (String wrong : List.of("2.0", "", "[2.0", "[1,2) 3", "< 2")) {
            assertThrows(wrong, IllegalArgumentException.class, () -> new Advisory("id", "a:b", wrong, "", "source"));
        }
        assertThrows(IllegalArgumentException.class, () -> Advisory.parse("CVE-1\ta:b\t[1,2)\tsource"));
    }

    private static boolean hits(String affected, String version) {
        return new Advisory("id", "a:b", affected, "", "source").hits(Coordinates.parse("a:b:" + version));
    }
}
