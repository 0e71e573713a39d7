// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.engine.schema.internal.pack.PackText;

/** The deployer's folder, with the real queue and its thread; the looks at the folder are the test's. */
public class FolderPacksTest {
    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final FakeSurroundings around = new FakeSurroundings();
    private final SchemaHouse house = new SchemaHouse(around);
    private final PackQueue queue = new PackQueue(house, thread);
    private Path root = Path.of("");
    private FolderPacks folders = new FolderPacks(root, queue);

    @Before
    public void theCoreIsThere() {
        root = temporary.getRoot().toPath().resolve("packs");
        folders = new FolderPacks(root, queue);
        queue.put(PackText.realFiles("core"));
    }

    @After
    public void stop() {
        thread.shutdownNow();
    }

    @Test
    public void aFolderDroppedInChangedAndTakenOutIsFollowed() throws Exception {
        folders.first();
        write(PackText.aCountry().content());
        twoLooks();
        assertEquals("XX", around.awaitChange());
        assertEquals("Colour", label());

        write(PackText.aCountry()
                .replace("i18n/en.properties", "=Colour", "=Colour of it")
                .content());
        twoLooks();
        around.awaitChange();
        assertEquals("Colour of it", label());

        delete();
        folders.poll();
        around.awaitChange();
        assertTrue(house.newest("XX").isEmpty());
    }

    @Test
    public void aFolderStillBeingCopiedIsLeftAlone() throws Exception {
        folders.first();
        Map<String, byte[]> all = PackText.aCountry().content();
        write(Map.of("pack.yaml", all.get("pack.yaml")));
        folders.poll();
        write(Map.of("fields/case.yaml", all.get("fields/case.yaml")));
        folders.poll();
        write(all);
        folders.poll();
        folders.poll();
        around.awaitChange();
        assertEquals(java.util.List.of(), status().problems());
        assertEquals(1, around.told.size());
    }

    @Test
    public void aRunningFolderEditedWronglyKeepsRunningAndSaysWhere() throws Exception {
        write(PackText.aCountry().content());
        folders.first();
        around.awaitChange();
        write(PackText.aCountry()
                .replace("fields/case.yaml", "type: code", "type: colour")
                .replace("i18n/en.properties", "=Colour", "=Hue")
                .content());
        twoLooks();
        write("zz", PackText.aSite("zz").content());
        twoLooks();
        around.awaitChange();
        assertEquals("Colour", label());
        assertTrue(status().active());
        assertTrue(status().problems().getFirst().startsWith("fields/case.yaml:4:11: "));
    }

    @Test
    public void hiddenAndTemporaryFoldersAreNoPacks() throws Exception {
        write(".xx", PackText.aCountry().content());
        write("xx.part", PackText.aCountry().content());
        write(PackText.aCountry().content());
        folders.first();
        around.awaitChange();
        assertEquals(2, house.packs().size());
    }

    private void twoLooks() {
        folders.poll();
        folders.poll();
    }

    private String label() {
        return house.newest("XX").orElseThrow().label(Locale.ENGLISH, "field.xx.colour");
    }

    private PackStatus status() {
        return house.packs().stream()
                .filter(p -> p.code().equals("xx"))
                .findFirst()
                .orElseThrow();
    }

    private void write(Map<String, byte[]> files) throws IOException {
        write("xx", files);
    }

    private void write(String folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(folder).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private void delete() throws IOException {
        try (var files = Files.walk(root.resolve("xx"))) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
