// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.TreeMap;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.TrainingService;
import org.openbarnahus.core.service.query.Training;
import org.openbarnahus.core.service.query.TrainingState;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.openbarnahus.rest.api.Body;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The yearly training in data protection: once its time of grace is over, everything else answers TRAINING_REQUIRED. */
@Component
@Path("/trainings")
@Produces("application/json")
@Consumes("application/json")
public class TrainingsResource implements RestResource {
    private final TrainingService trainings;

    @Activate
    public TrainingsResource(@Reference TrainingService trainings) {
        this.trainings = trainings;
    }

    @GET
    public JsonNode current(@Context HttpServletRequest request, @Context HttpHeaders headers) {
        Session session = Requests.session(request);
        Training training = Requests.done(trainings.current(session, Requests.locale(headers)));
        ObjectNode json = json(Requests.done(trainings.state(session)))
                .put("version", training.version())
                .put("language", training.language());
        training.points().forEach(json.putArray("points")::add);
        ArrayNode questions = json.putArray("questions");
        for (Training.Question question : training.questions()) {
            ObjectNode each = questions.addObject().put("id", question.id()).put("text", question.text());
            question.answers().forEach(each.putObject("answers")::put);
        }
        return json;
    }

    /** Passing what is passed and not due yet changes nothing and gives the same answer, whatever the key. */
    @POST
    public JsonNode answer(
            @Context HttpServletRequest request, @Context HttpHeaders headers, @Body("answers") JsonNode body) {
        Requests.optionalKey(request, body);
        Map<String, String> answers = new TreeMap<>();
        body.path("answers")
                .properties()
                .forEach(answer -> answers.put(
                        answer.getKey(),
                        answer.getValue().isString() ? answer.getValue().stringValue() : ""));
        return json(Requests.done(trainings.answer(Requests.session(request), Requests.locale(headers), answers)));
    }

    private static ObjectNode json(TrainingState state) {
        ObjectNode json = Json.object()
                .put("due", state.due().toString())
                .put("suspended", state.suspended().toString())
                .put("remind", state.remind());
        state.passed().ifPresent(at -> json.put("passed", at.toString()));
        return json;
    }

    static ObjectNode json(TrainingRecord passed) {
        return Json.object()
                .put("version", passed.version())
                .put("language", passed.language())
                .put("passed", passed.at().toString());
    }
}
