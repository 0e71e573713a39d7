// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.rest.api.Body;
import tools.jackson.databind.JsonNode;

public class JsonProviderTest {
    private static void write(OutputStream out) {
        new JsonProvider()
                .writeTo(
                        Json.object().put("name", "\u00e5"),
                        JsonNode.class,
                        JsonNode.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        out);
    }

    @Test
    public void jsonIsWrittenAsUtf8() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        assertEquals("{\"name\":\"\u00e5\"}", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    public void aClientThatHasGoneIsNoFailure() {
        int[] tries = new int[1];
        write(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                tries[0]++;
                throw new IOException("closed");
            }
        });
        assertEquals(1, tries[0]);
    }

    /** As a resource says it. */
    private static final class Parameters {
        @SuppressWarnings("UnusedMethod")
        static void takes(@Body({"name", "day"}) JsonNode two, @Body(bySchema = true) JsonNode any, JsonNode unsaid) {}

        static Annotation[] of(int parameter) throws NoSuchMethodException {
            return Parameters.class.getDeclaredMethod("takes", JsonNode.class, JsonNode.class, JsonNode.class)
                    .getParameterAnnotations()[parameter];
        }
    }

    private static JsonNode read(String body, int parameter) throws NoSuchMethodException {
        return new JsonProvider()
                .readFrom(
                        JsonNode.class,
                        JsonNode.class,
                        Parameters.of(parameter),
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    public void whatAResourceDoesNotKnowIsRefusedByName() throws NoSuchMethodException {
        assertEquals("x", read("{\"name\": \"x\"}", 0).path("name").stringValue());
        ProblemException refused =
                assertThrows(ProblemException.class, () -> read("{\"name\": \"x\", \"dya\": 1, \"<a>\": 2}", 0));
        assertEquals(
                List.of(Problem.at(ErrorCode.UNKNOWN_FIELD, "/dya"), Problem.at(ErrorCode.UNKNOWN_FIELD, "/?a?")),
                refused.problems());
    }

    /** Two readers of one text must not understand two things. */
    @Test
    public void whatCanBeReadInTwoWaysIsRefused() throws NoSuchMethodException {
        for (String body : List.of(
                "{\"name\": \"x\", \"name\": \"y\"}",
                "{\"name\": {\"a\": 1, \"a\": 2}}",
                "{\"name\": \"x\"} {}",
                "{\"name\": 123456789012345678901}",
                "{\"name\": " + "[".repeat(32) + "]".repeat(32) + "}",
                "{\"" + "n".repeat(201) + "\": 1}")) {
            ProblemException refused = assertThrows(body, ProblemException.class, () -> read(body, 0));
            assertEquals(
                    body, ErrorCode.MALFORMED, refused.problems().getFirst().code());
        }
        assertEquals(
                1,
                read("{\"name\": " + "[".repeat(31) + "]".repeat(31) + "}", 0).size());
    }

    @Test
    public void theSchemaIsAskedByTheResource() throws NoSuchMethodException {
        assertEquals(1, read("{\"se.anything\": 1}", 1).size());
    }

    @Test
    public void aResourceThatDoesNotSayWhatItKnowsTakesNothing() {
        assertThrows(IllegalStateException.class, () -> read("{}", 2));
    }
}
