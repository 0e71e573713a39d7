// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.quality;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.rest.api.internal.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An indicator value in its REST shape. */
final class IndicatorJson {
    private IndicatorJson() {}

    static ObjectNode of(IndicatorValue value, Map<FieldId, Set<String>> filter) {
        ObjectNode json = Json.object().put("id", value.id());
        json.putObject("period")
                .put("from", value.from().toString())
                .put("to", value.to().toString());
        ObjectNode filters = json.putObject("filter");
        filter.forEach((field, codes) -> {
            ArrayNode array = filters.putArray(field.value());
            new TreeSet<>(codes).forEach(array::add);
        });
        json.put("n", value.tally().denominator() + value.tally().missing())
                .put("numerator", value.tally().numerator())
                .put("denominator", value.tally().denominator());
        put(json, "value", value.value());
        put(json, "p90", value.p90());
        value.info().ifPresent(info -> {
            json.put("unit", info.unit());
            info.target().ifPresent(target -> json.put("target", target));
        });
        json.put("missing", value.tally().missing())
                .put("excluded", value.tally().excluded())
                .put("suppressed", false)
                .put("computed_at", value.computedAt().toString());
        ObjectNode byCode = json.putObject("by_code");
        value.tally().byCode().forEach(byCode::put);
        json.putObject("versions").put("indicator", value.version());
        return json;
    }

    private static void put(ObjectNode json, String name, java.util.OptionalDouble number) {
        if (number.isPresent()) {
            json.put(name, number.getAsDouble());
        } else {
            json.putNull(name);
        }
    }
}
