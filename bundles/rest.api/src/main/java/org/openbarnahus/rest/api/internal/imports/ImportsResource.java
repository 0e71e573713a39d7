// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.ImportService;
import org.openbarnahus.core.service.command.ImportCases;
import org.openbarnahus.core.service.query.ImportReport;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.rest.api.Body;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases and timelines from CSV; dry run unless told otherwise. */
@Component
@Path("/imports")
@Produces("application/json")
@Consumes("application/json")
public class ImportsResource implements RestResource {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ImportService imports;

    /** Body: {@code {"cases": csv, "timeline": csv, "dry_run": true, "keep_good": false}}. */
    @POST
    public JsonNode run(
            @Context HttpServletRequest request,
            @Context HttpHeaders headers,
            @Body({"cases", "timeline", "dry_run", "keep_good"}) JsonNode body) {
        Session session = Requests.session(request);
        boolean dry = body.path("dry_run").asBoolean(true);
        if (!dry) {
            Requests.key(request, body);
        }
        ImportCases files = new ImportCases(
                text(body, "cases"),
                text(body, "timeline"),
                body.path("keep_good").asBoolean(false));
        ImportReport report =
                Requests.done(dry ? service().check(session, files) : service().run(session, files));
        return json(report, Requests.locale(headers));
    }

    /** CSV template, {@code kind} is cases or timeline. */
    @GET
    @Path("templates/{kind}")
    @Produces("text/csv")
    public Response template(@Context HttpServletRequest request, @PathParam("kind") String kind) {
        if (!Set.of("cases", "timeline").contains(kind)) {
            throw new ProblemException(Problem.of(ErrorCode.NOT_FOUND));
        }
        String csv = Requests.done(service().template(Requests.session(request), kind.equals("timeline")));
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + kind + ".csv\"")
                .build();
    }

    private ImportService service() {
        ImportService current = imports;
        if (current == null) {
            throw new ProblemException(Problem.at(ErrorCode.NO_COUNTRY_PACK, "", "country", "-"));
        }
        return current;
    }

    private static String text(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (!node.isMissingNode() && !node.isString()) {
            throw new ProblemException(Problem.at(ErrorCode.WRONG_TYPE, "/" + name));
        }
        return node.asString("");
    }

    private static ObjectNode json(ImportReport report, Locale locale) {
        ObjectNode json = Json.object()
                .put("written", report.written())
                .put("case_rows", report.caseRows())
                .put("entry_rows", report.entryRows())
                .put("good_cases", report.goodCases())
                .put("good_entries", report.goodEntries());
        ArrayNode problems = json.putArray("problems");
        report.problems()
                .forEach(p -> problems.addObject()
                        .put("file", p.file())
                        .put("line", p.line())
                        .put("column", p.column())
                        .put("code", p.problem().code().name())
                        .put("detail", ErrorTexts.message(p.problem(), locale)));
        return json;
    }
}
