// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.engine.schema.internal.golden.JarPacks;
import org.openbarnahus.engine.schema.internal.pack.PackText;

public class CheckPackTest {
    private static final String SCHEMAS = PackText.schemas().toString();

    @Rule
    public TemporaryFolder temporary = new TemporaryFolder();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    public void aFinePackEndsWithZero() {
        assertEquals(0, check(SCHEMAS + "/se"));
        assertTrue(output(), output().startsWith("pack se 0.1.0 is fine; example cases run: 13"));
    }

    @Test
    public void aWrongPackEndsWithTwoAndNamesFileLineColumnAndCure() throws IOException {
        Path folder = write(PackText.aCountry().replace("fields/case.yaml", "type: code", "type: colour"));
        assertEquals(2, check(folder.toString(), "--packs", SCHEMAS));
        assertTrue(
                output(),
                output().startsWith(folder.toRealPath()
                        + "/fields/case.yaml:4:11: type 'colour' is unknown -> use one of"));
    }

    @Test
    public void aPackElsewhereIsCheckedWithThePacksNamed() throws IOException {
        Path folder = write(PackText.aCountry());
        assertEquals(0, check(folder.toString(), "--packs", SCHEMAS));
        assertEquals(0, check("--core", SCHEMAS + "/core", folder.toString()));
    }

    @Test
    public void aMissingPackItExtendsIsNamed() throws IOException {
        Path folder = write(PackText.aCountry().replace("pack.yaml", "[core]", "[core, gone]"));
        assertEquals(2, check(folder.toString(), "--packs", SCHEMAS));
        assertTrue(output(), output().contains("pack.yaml:5:17: pack 'gone' is not active -> install it"));
    }

    @Test
    public void aPackElsewhereFindsTheCoreOnTheClassPath() throws IOException {
        Path jar = temporary.getRoot().toPath().resolve("org.openbarnahus.core.model-1.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> file :
                    PackText.realFiles("core").files().entrySet()) {
                out.putNextEntry(new JarEntry("OB-INF/core/" + file.getKey()));
                out.write(file.getValue());
            }
        }
        assertEquals("core", JarPacks.onClassPath("other.jar:" + jar).getFirst().folder());
        assertEquals(
                PackText.realFiles("core").files().keySet(),
                JarPacks.onClassPath(jar.toString()).getFirst().files().keySet());
    }

    @Test
    public void badUseAndAMissingFolderEndWithTwo() {
        assertEquals(2, check());
        assertEquals(2, check("--packs"));
        assertEquals(2, check("a", "b"));
        assertEquals(2, check("--what", "a"));
        assertTrue(output().startsWith("usage: check-pack DIR"));
        assertEquals(2, check(temporary.getRoot() + "/none"));
        assertTrue(output().contains("cannot be read"));
    }

    private Path write(PackText pack) throws IOException {
        Path folder = temporary.newFolder().toPath().toRealPath().resolve("xx");
        for (Map.Entry<String, byte[]> file : pack.content().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    private int check(String... arguments) {
        return CheckPack.run(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
