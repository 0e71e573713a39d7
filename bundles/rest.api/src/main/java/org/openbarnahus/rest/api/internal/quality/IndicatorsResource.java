// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.quality;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.QualityService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.query.IndicatorDescription;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Indicators of the caller's own house. Exact numbers for whoever reaches all its cases; to others small ones are withheld. They
 * never leave the house this way without a summary.
 */
@Component
@Path("/indicators")
@Produces("application/json")
public class IndicatorsResource implements RestResource {
    private static final Set<String> OWN = Set.of("from", "to", "group");
    private final QualityService quality;
    private final SchemaService schemas;

    @Activate
    public IndicatorsResource(@Reference QualityService quality, @Reference SchemaService schemas) {
        this.quality = quality;
        this.schemas = schemas;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request, @Context HttpHeaders headers) {
        Session session = Requests.session(request);
        Requests.onlyParameters(request, Set.of());
        Optional<SchemaSnapshot> schema = schemas.current(session);
        ArrayNode list = Json.array();
        quality.indicators(session).forEach(i -> list.add(json(i, schema, Requests.locale(headers))));
        ObjectNode body = Json.object();
        body.set("indicators", list);
        return body;
    }

    /** {@code from} inclusive and {@code to} exclusive; {@code group=quarter} for one value per quarter; other names filter. */
    @GET
    @Path("{id}/values")
    public JsonNode values(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("group") @Nullable String group) {
        Session session = Requests.session(request);
        Map<FieldId, Set<String>> filter = filter(request, session);
        // whoever saved a case a moment ago finds it counted, or is told how far the count lags
        Optional<Long> lag = quality.lagSeconds(session);
        ArrayNode values = Json.array();
        if (group == null) {
            values.add(IndicatorJson.of(
                    Requests.done(quality.value(session, id, day(from, "from"), day(to, "to"), filter)), filter));
        } else if (group.equals("quarter")) {
            Requests.done(quality.quarters(session, id, day(from, "from"), day(to, "to"), filter))
                    .forEach(v -> values.add(IndicatorJson.of(v, filter)));
        } else {
            throw new ProblemException(Problem.at(ErrorCode.UNKNOWN_CODE, "group"));
        }
        ObjectNode body = Json.object();
        body.set("values", values);
        lag.ifPresent(seconds -> body.put("lag_seconds", seconds));
        return body;
    }

    private Map<FieldId, Set<String>> filter(HttpServletRequest request, Session session) {
        Requests.eachOnce(request, OWN);
        Map<FieldId, Set<String>> filter = new TreeMap<>();
        request.getParameterMap().forEach((name, codes) -> {
            if (!OWN.contains(name)) {
                boolean known = FieldId.isValid(name)
                        && schemas.current(session)
                                .flatMap(s -> s.field(FieldId.of(name)))
                                .filter(f -> f.codeList().isPresent())
                                .isPresent();
                if (!known) {
                    Requests.onlyParameters(request, OWN);
                }
                filter.put(FieldId.of(name), Set.of(codes));
            }
        });
        return filter;
    }

    private static LocalDate day(@Nullable String text, String name) {
        if (text == null) {
            throw new ProblemException(Problem.at(ErrorCode.REQUIRED, name));
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.at(ErrorCode.WRONG_TYPE, name));
        }
    }

    private static ObjectNode json(IndicatorDescription indicator, Optional<SchemaSnapshot> schema, Locale locale) {
        String key = "indicator." + indicator.id();
        ObjectNode json = Json.object()
                .put("id", indicator.id())
                .put("label", schema.map(s -> s.label(locale, key)).orElse(key))
                .put("query", schema.map(s -> s.label(locale, key + ".query")).orElse(key))
                .put("standard", indicator.standard())
                .put("kind", indicator.kind().name().toLowerCase(Locale.ROOT))
                .put("unit", indicator.info().unit())
                .put("direction", indicator.info().direction().name().toLowerCase(Locale.ROOT))
                .put("target_is_proposal", indicator.info().proposal())
                .put("source", indicator.info().source())
                .put("version", indicator.version());
        indicator.info().target().ifPresent(t -> json.put("target", t));
        return json;
    }
}
