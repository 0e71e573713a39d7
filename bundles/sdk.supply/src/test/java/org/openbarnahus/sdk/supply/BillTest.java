// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials is CycloneDX, names what is there, and is the same every time. */
public class BillTest {
    private static final String SCHEMAS = "http://cyclonedx.org/schema/";
    private static final List<String> FILES =
            List.of("bom-1.6.schema.json", "spdx.schema.json", "jsf-0.82.schema.json");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private ADistribution distribution;

    @Before
    public void listed() throws IOException {
        distribution = new ADistribution(folder.getRoot().toPath());
        distribution.run("renew");
        distribution.knowLicences();
        assertEquals(Main.FINE, distribution.run());
    }

    @Test
    public void isWhatCycloneDxSaysABillIs() throws IOException {
        Schema schema = schema();
        assertEquals(List.of(), schema.validate(bill(), InputFormat.JSON));
        assertNotEquals(List.of(), schema.validate(bill().replace("SHA-256", "SHA-255"), InputFormat.JSON));
        assertNotEquals(List.of(), schema.validate(bill().replace("\"expression\"", "\"words\""), InputFormat.JSON));
    }

    @Test
    public void namesFilesWhatIsInsideAndWhatOthersShaded() throws IOException {
        JsonNode components = JsonMapper.shared().readTree(bill()).path("components");
        assertEquals(3, components.size());
        JsonNode bundle = components.path(2);
        assertEquals("org.openbarnahus.x", bundle.path("name").asString());
        assertEquals(
                List.of(
                        "pkg:npm/%40scope/script@1.2.3",
                        "pkg:npm/lit@3.3.1", "pkg:maven/com.example/inside@1", "pkg:maven/com.example/unpacked@3"),
                bundle.path("components")
                        .valueStream()
                        .map(one -> one.path("purl").asString())
                        .toList());
        assertEquals(
                "pkg:maven/org.shaded/shaded@7",
                components.path(1).path("components").path(0).path("purl").asString());
        assertEquals(
                Hash.of(Files.readAllBytes(distribution.home.resolve(ADistribution.LIBRARY))),
                components.path(1).path("hashes").path(0).path("content").asString());
    }

    @Test
    public void isTheSameForTheSamePartsAndAnotherForOthers() throws IOException {
        String first = bill();
        assertEquals(Main.FINE, distribution.run());
        assertEquals(first, bill());
        distribution.bundle(
                ADistribution.jar(Map.of("in/Side.class", "inside")), Map.of("org/openbarnahus/x/More.class", ""));
        assertEquals(Main.FINE, distribution.run());
        assertNotEquals(first, bill());
    }

    @Test
    public void textsAreQuoted() {
        assertEquals("\"a\\\"b\\\\c\\u000a\"", Json.write("a\"b\\c\n"));
        assertTrue(Json.write(Map.of("n", 1)).contains("\"n\": 1"));
    }

    private String bill() throws IOException {
        return Files.readString(distribution.home.resolve(Bill.FILE));
    }

    private static Schema schema() throws IOException {
        Map<String, String> texts = new java.util.HashMap<>();
        for (String file : FILES) {
            try (InputStream in = BillTest.class.getResourceAsStream("/" + file)) {
                texts.put(SCHEMAS + file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, builder -> builder.schemas(texts))
                .getSchema(SchemaLocation.of(SCHEMAS + FILES.getFirst()));
    }
}
