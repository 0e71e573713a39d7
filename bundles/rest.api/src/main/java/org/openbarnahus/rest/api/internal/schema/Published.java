// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A published schema, compiled once for each activity type: looking at the conditions of all the other types would take most
 * of the time of a check.
 */
final class Published {
    /** A date that no calendar has is no date: the specification leaves it to whoever checks. */
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final String CONDITIONS = "allOf";
    private static final String WHOLE = "";

    private final JsonNode schema;
    private final Set<String> types = new TreeSet<>();
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    Published(JsonNode schema) {
        this.schema = schema;
        schema.path(CONDITIONS).forEach(condition -> types.add(type(condition)));
    }

    /** For bodies of the type; the whole schema for a type that it does not know, and for cases. */
    Schema of(String type) {
        return compiled.computeIfAbsent(
                types.contains(type) ? type : WHOLE,
                known -> REGISTRY.getSchema(known.equals(WHOLE) ? schema : only(known)));
    }

    /** Without the conditions that begin with "if it is of another type". */
    private JsonNode only(String type) {
        ObjectNode reduced = ((ObjectNode) schema).objectNode().setAll((ObjectNode) schema);
        ArrayNode left = reduced.putArray(CONDITIONS);
        schema.path(CONDITIONS).forEach(condition -> {
            String wanted = type(condition);
            if (wanted.equals(WHOLE) || wanted.equals(type)) {
                left.add(condition);
            }
        });
        return reduced;
    }

    /** The type that a condition is about; {@link #WHOLE} when it is about all. */
    private static String type(JsonNode condition) {
        return condition.at("/if/properties/type/const").asString(WHOLE);
    }
}
