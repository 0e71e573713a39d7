// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.quality;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.indicator.IndicatorValue.Part;
import org.openbarnahus.core.model.indicator.Tally;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.rest.api.internal.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An indicator value in its REST shape; {@code suppressed} when some of its numbers are withheld: null, or no code. */
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
        Tally tally = value.tally();
        boolean known = !value.withholds(Part.MISSING) && !value.withholds(Part.DENOMINATOR);
        put(json, "n", known, tally.denominator() + tally.missing());
        put(json, "numerator", !value.withholds(Part.NUMERATOR), tally.numerator());
        put(json, "denominator", !value.withholds(Part.DENOMINATOR), tally.denominator());
        put(json, "value", value.value());
        put(json, "p90", value.p90());
        value.info().ifPresent(info -> {
            json.put("unit", info.unit());
            info.target().ifPresent(target -> json.put("target", target));
        });
        put(json, "missing", !value.withholds(Part.MISSING), tally.missing());
        put(json, "excluded", !value.withholds(Part.EXCLUDED), tally.excluded());
        json.put("suppressed", !value.withheld().isEmpty())
                .put("computed_at", value.computedAt().toString());
        ObjectNode byCode = json.putObject("by_code");
        tally.byCode().forEach(byCode::put);
        json.putObject("versions").put("indicator", value.version());
        return json;
    }

    private static void put(ObjectNode json, String name, boolean told, long cases) {
        if (told) {
            json.put(name, cases);
        } else {
            json.putNull(name);
        }
    }

    private static void put(ObjectNode json, String name, java.util.OptionalDouble number) {
        if (number.isPresent()) {
            json.put(name, number.getAsDouble());
        } else {
            json.putNull(name);
        }
    }
}
