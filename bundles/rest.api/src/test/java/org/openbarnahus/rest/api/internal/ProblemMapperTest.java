// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;

/** Whatever goes wrong that nobody has thought of is a clean answer, and one line of the log without what was typed. */
public class ProblemMapperTest {
    private static final String SECRET = "Lisa was at school";

    @Test
    public void anUnknownFailureIsAnAnswerWithAReferenceAndNothingElse() {
        for (Throwable unknown : List.of(
                new IllegalStateException(SECRET),
                new StackOverflowError(SECRET),
                new LinkageError(SECRET, new IllegalArgumentException(SECRET)))) {
            PrintStream before = System.err;
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            Response answer;
            try {
                answer = new ProblemMapper().toResponse(unknown);
            } finally {
                System.setErr(before);
            }
            String body = String.valueOf(answer.getEntity());
            assertEquals(500, answer.getStatus());
            assertTrue(body, body.contains("\"code\":\"INTERNAL\""));
            assertFalse(body, body.contains("Lisa") || body.contains("Exception") || body.contains("Error\""));
            String log = said.toString(StandardCharsets.UTF_8);
            assertEquals(log, 1, log.lines().count());
            assertTrue(log, log.contains(unknown.getClass().getName() + " at org.openbarnahus"));
            assertFalse(log, log.contains("Lisa"));
        }
    }
}
