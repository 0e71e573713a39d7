// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbarnahus.rest.api.internal.Json;
import tools.jackson.databind.JsonNode;

public class PublishedTest {
    private static final JsonNode SCHEMA = Json.MAPPER.readTree("""
            {"type": "object", "properties": {"type": {"enum": ["interview", "meeting", "call"]}, "minutes": {"minimum": 1}},
             "allOf": [
               {"if": {"required": ["type"], "properties": {"type": {"const": "interview"}}}, "then": {"required": ["minutes"]}},
               {"if": {"required": ["type"], "properties": {"type": {"const": "meeting"}}}, "then": {"required": ["agenda"]}},
               {"if": {"required": ["minutes"]}, "then": {"required": ["date"]}}]}
            """);
    private static final List<String> BODIES = List.of(
            "{\"type\": \"interview\"}",
            "{\"type\": \"interview\", \"minutes\": 0}",
            "{\"type\": \"interview\", \"minutes\": 5, \"date\": 1}",
            "{\"type\": \"meeting\"}",
            "{\"type\": \"meeting\", \"agenda\": 1, \"minutes\": 3}",
            "{\"type\": \"call\"}",
            "{\"type\": \"party\"}",
            "{}");

    private final Published published = new Published(SCHEMA);

    @Test
    public void eachTypeIsRefusedForTheSameReasonsAsByTheWholeSchema() {
        for (String body : BODIES) {
            JsonNode json = Json.MAPPER.readTree(body);
            String type = json.path("type").asString("");
            assertEquals(body, reasons(published.of(""), json), reasons(published.of(type), json));
        }
    }

    @Test
    public void typesWithConditionsOfTheirOwnHaveASchemaOfTheirOwn() {
        assertNotSame(published.of("interview"), published.of("meeting"));
        assertSame(published.of("interview"), published.of("interview"));
        assertSame("nobody fills the memory with made-up types", published.of("party"), published.of("ball"));
    }

    private static Set<Map.Entry<String, String>> reasons(com.networknt.schema.Schema schema, JsonNode body) {
        return schema.validate(body).stream()
                .map(e -> Map.entry(e.getKeyword(), e.getInstanceLocation().toString()))
                .collect(Collectors.toSet());
    }
}
