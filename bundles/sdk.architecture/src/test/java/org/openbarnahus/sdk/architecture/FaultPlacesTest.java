// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** Every fault that {@code hub test --faults} puts in still has its place: whoever changes a control changes its row, too. */
public class FaultPlacesTest {
    private static final int COLUMNS = 5;
    private static final int FEW = 90;

    @Test
    public void everyPlaceIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(Repository.root().resolve("bundles/sdk.fuzz/faults.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            assertEquals(line, COLUMNS, cells.length);
            rows++;
            Path file = Repository.root().resolve(cells[2]);
            String place = cells[3].replace("\\n", "\n").replace("\\\\", "\\");
            if (!Files.isRegularFile(file) || !Files.readString(file).contains(place)) {
                missing.add(cells[0] + " in " + cells[2]);
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(rows > FEW);
    }
}
