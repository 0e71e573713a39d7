// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.docs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.rest.api.Body;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.audit.AlertsResource;
import org.openbarnahus.rest.api.internal.audit.AuditResource;
import org.openbarnahus.rest.api.internal.cases.CaseHoldResource;
import org.openbarnahus.rest.api.internal.cases.CasesResource;
import org.openbarnahus.rest.api.internal.cases.DeadlinesResource;
import org.openbarnahus.rest.api.internal.cases.EmergencyAccessResource;
import org.openbarnahus.rest.api.internal.cases.MembersResource;
import org.openbarnahus.rest.api.internal.cases.TimelineResource;
import org.openbarnahus.rest.api.internal.imports.ImportsResource;
import org.openbarnahus.rest.api.internal.people.AccessReviewResource;
import org.openbarnahus.rest.api.internal.people.AccountRequestsResource;
import org.openbarnahus.rest.api.internal.people.AgreementsResource;
import org.openbarnahus.rest.api.internal.people.ErasuresResource;
import org.openbarnahus.rest.api.internal.people.HoldsResource;
import org.openbarnahus.rest.api.internal.people.KeysResource;
import org.openbarnahus.rest.api.internal.people.RetentionResource;
import org.openbarnahus.rest.api.internal.people.TrainingsResource;
import org.openbarnahus.rest.api.internal.people.UsersResource;
import org.openbarnahus.rest.api.internal.plugin.HealthResource;
import org.openbarnahus.rest.api.internal.plugin.PluginsResource;
import org.openbarnahus.rest.api.internal.quality.IndicatorsResource;
import org.openbarnahus.rest.api.internal.schema.CodeListsResource;
import org.openbarnahus.rest.api.internal.schema.SchemasResource;
import org.openbarnahus.rest.api.internal.schema.SharingResource;
import org.openbarnahus.rest.api.internal.session.SessionResource;
import tools.jackson.databind.JsonNode;

public class OpenApiResourceTest {
    private static final List<Class<? extends RestResource>> RESOURCES = List.of(
            AccessReviewResource.class,
            AccountRequestsResource.class,
            ErasuresResource.class,
            HoldsResource.class,
            RetentionResource.class,
            KeysResource.class,
            CaseHoldResource.class,
            AlertsResource.class,
            AuditResource.class,
            AgreementsResource.class,
            TrainingsResource.class,
            CasesResource.class,
            CodeListsResource.class,
            DeadlinesResource.class,
            EmergencyAccessResource.class,
            HealthResource.class,
            ImportsResource.class,
            IndicatorsResource.class,
            MembersResource.class,
            OpenApiResource.class,
            PluginsResource.class,
            SchemasResource.class,
            SessionResource.class,
            SharingResource.class,
            TimelineResource.class,
            UsersResource.class);
    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    @Test
    public void describesExactlyTheAddressesThatExist() {
        assertEquals(existing(), described());
    }

    /** What a resource takes is what is described, and it says so: else its requests are all refused. */
    @Test
    public void everyBodyMayHoldWhatIsDescribedAndNothingElse() {
        int bodies = 0;
        for (Method method : methods()) {
            for (Parameter parameter : method.getParameters()) {
                if (JsonNode.class.isAssignableFrom(parameter.getType())) {
                    bodies++;
                    String operation = operation(method);
                    Body body = parameter.getAnnotation(Body.class);
                    assertNotNull(operation + " does not say what it takes", body);
                    JsonNode schema = schema(operation);
                    assertEquals(operation, body.bySchema(), !closed(schema));
                    if (!body.bySchema()) {
                        assertEquals(
                                operation,
                                Set.of(body.value()),
                                Set.copyOf(schema.path("properties").propertyNames()));
                    }
                }
            }
        }
        assertTrue("so many bodies: " + bodies, bodies > 20);
    }

    /** Also one that a POST may leave out must be described, or nobody knows of it. */
    @Test
    public void aBodyIsDescribedOnlyWhereOneIsTaken() {
        for (Method method : methods()) {
            String operation = operation(method);
            boolean taken = Stream.of(method.getParameterTypes()).anyMatch(JsonNode.class::isAssignableFrom);
            assertEquals(operation, taken, !schema(operation).isMissingNode());
        }
    }

    private static boolean closed(JsonNode schema) {
        return !schema.path("additionalProperties").asBoolean(true);
    }

    private static JsonNode schema(String operation) {
        String[] words = operation.split(" ", 2);
        return OpenApiResource.read()
                .path("paths")
                .path(words[1])
                .path(words[0])
                .at("/requestBody/content/application~1json/schema");
    }

    private static List<Method> methods() {
        return RESOURCES.stream()
                .flatMap(resource -> Stream.of(resource.getMethods()))
                .filter(method -> METHODS.stream().anyMatch(method::isAnnotationPresent))
                .toList();
    }

    private static String operation(Method method) {
        String base = method.getDeclaringClass().getAnnotation(Path.class).value();
        return METHODS.stream()
                .filter(method::isAnnotationPresent)
                .map(m -> m.getSimpleName().toLowerCase(Locale.ROOT) + " " + address(base, method))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void everyReferenceResolves() {
        JsonNode document = OpenApiResource.read();
        List<JsonNode> references = document.findValues("$ref");
        assertTrue(references.size() > 20);
        references.forEach(r -> assertTrue(
                r.stringValue(), !document.at(r.stringValue().substring(1)).isMissingNode()));
    }

    @Test
    public void pageEscapesWhatItShows() {
        JsonNode document = OpenApiResource.read();
        String html = new DocsPage(document).html();
        assertTrue(html.contains("<code>/api/v1/cases/{id}/timeline</code>"));
    }

    private static Set<String> described() {
        Set<String> operations = new TreeSet<>();
        OpenApiResource.read()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method + " " + path.getKey())));
        return operations;
    }

    private static Set<String> existing() {
        return methods().stream().map(OpenApiResourceTest::operation).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String address(String base, Method method) {
        Path path = method.getAnnotation(Path.class);
        String whole = path == null ? base : base + "/" + path.value();
        return whole.replaceAll("/+", "/");
    }
}
