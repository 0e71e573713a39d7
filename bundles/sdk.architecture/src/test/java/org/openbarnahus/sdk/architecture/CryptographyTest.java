// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** The inventory of cryptography names every class that does any, and no other. */
public class CryptographyTest {
    @Test
    public void theInventoryNamesWhatTheClassesDo() throws IOException {
        String inventory = Files.readString(Repository.root().resolve("docs/auditor/cryptography.md"));
        assertEquals(
                String.join("\n", Cryptography.used(Repository.classes())),
                String.join("\n", Cryptography.named(inventory)));
    }

    @Test
    public void whatIsNotNamedIsFound() {
        Set<String> used = new TreeSet<>(Cryptography.used(Repository.fixtures()));
        assertTrue(used.toString(), used.contains("indicator.fixture/Daredevil"));
        assertEquals(Set.of("a.b/Cd"), Cryptography.named("text `a.b/Cd` and `Ef` and a.b/Gh"));
    }
}
