// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON Schema object under construction: nested members that allow nothing but what was put in, and conditions on all. */
final class BodySchema {
    private final Map<String, Object> root = object();
    private final List<Object> conditions = new ArrayList<>();

    static Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", new LinkedHashMap<String, Object>());
        object.put("additionalProperties", false);
        return object;
    }

    /** Puts a member at the path, making the objects on the way. */
    void put(List<String> path, Map<String, Object> schema, boolean required) {
        Map<String, Object> at = root;
        for (String name : path.subList(0, path.size() - 1)) {
            at = child(at, name, required);
        }
        properties(at).put(path.getLast(), schema);
        if (required) {
            require(at, path.getLast());
        }
    }

    private static Map<String, Object> child(Map<String, Object> parent, String name, boolean required) {
        if (required) {
            require(parent, name);
        }
        @SuppressWarnings("unchecked") // only object() and put() fill these maps
        Map<String, Object> child = (Map<String, Object>) properties(parent).computeIfAbsent(name, n -> object());
        return child;
    }

    @SuppressWarnings("unchecked") // see child
    private static Map<String, Object> properties(Map<String, Object> object) {
        return (Map<String, Object>) object.computeIfAbsent("properties", p -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked") // see child
    private static void require(Map<String, Object> object, String name) {
        List<Object> required = (List<Object>) object.computeIfAbsent("required", r -> new ArrayList<>());
        if (!required.contains(name)) {
            required.add(name);
        }
    }

    void condition(Map<String, Object> schema) {
        conditions.add(schema);
    }

    Map<String, Object> build(String title) {
        Map<String, Object> built = new LinkedHashMap<>();
        built.put("title", title);
        built.putAll(root);
        if (!conditions.isEmpty()) {
            built.put("allOf", conditions);
        }
        return built;
    }

    /** Holds when the member is there and satisfies the schema. */
    static Map<String, Object> there(List<String> path, Map<String, Object> schema) {
        Map<String, Object> at = schema;
        for (String name : path.reversed()) {
            at = Map.of("required", List.of(name), "properties", Map.of(name, at));
        }
        return at;
    }

    /** Holds when the member is there. */
    static Map<String, Object> there(List<String> path) {
        return there(path, Map.of());
    }
}
