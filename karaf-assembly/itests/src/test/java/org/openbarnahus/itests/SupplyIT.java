// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.BeforeClass;
import org.junit.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive that is shipped holds what its bill of materials and the pins say. Shares no code with what wrote them. */
public class SupplyIT {
    private static final Path PINS = Path.of("../supply/pins.tsv");
    private static final String OURS = "system/org/openbarnahus/";

    /** SHA-256 of every jar of the archive by its path; of those inside another: its path, an exclamation mark, the name. */
    private static final SortedMap<String, String> JARS = new TreeMap<>();

    private static JsonNode bill;

    @BeforeClass
    public static void unpack() throws Exception {
        Path home = Distribution.unpack("supply");
        bill = JsonMapper.shared().readTree(Files.readAllBytes(home.resolve("openbarnahus-sbom.json")));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                byte[] bytes = Files.readAllBytes(jar);
                String path = home.relativize(jar).toString();
                JARS.put(path, sha256(bytes));
                inside(path, bytes);
            }
        }
        assertTrue(JARS.size() > 140);
    }

    @Test
    public void everyJarIsInTheBillOfMaterialsAndNothingIsThatIsNotThere() {
        SortedMap<String, String> listed = new TreeMap<>();
        components(bill)
                .forEach(component -> component.path("properties").forEach(property -> {
                    if (property.path("name").asString().equals("openbarnahus:path")) {
                        listed.put(
                                property.path("value").asString(),
                                component.path("hashes").path(0).path("content").asString());
                    }
                }));
        assertEquals(JARS, listed);
    }

    @Test
    public void everyPartHasNameVersionPackageUrlAndEveryJarALicence() {
        components(bill).forEach(component -> {
            assertTrue(component.toString(), component.path("purl").asString().startsWith("pkg:"));
            assertTrue(component.toString(), !component.path("name").asString().isBlank());
            assertTrue(
                    component.toString(), !component.path("version").asString().isBlank());
            assertTrue(component.toString(), component.path("hashes").isEmpty() || component.has("licenses"));
        });
    }

    @Test
    public void everyJarOfOthersIsPinnedToTheByte() throws IOException {
        Set<String> pinned = Files.readAllLines(PINS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t")[1])
                .collect(Collectors.toSet());
        List<String> loose = JARS.entrySet().stream()
                .filter(jar -> !jar.getKey().startsWith(OURS) || jar.getKey().contains("!"))
                .filter(jar -> !pinned.contains(jar.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), loose);
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return parent.path("components").valueStream().flatMap(one -> Stream.concat(Stream.of(one), components(one)));
    }

    private static void inside(String path, byte[] bytes) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    JARS.put(path + "!/" + entry.getName(), sha256(zip.readAllBytes()));
                }
            }
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
