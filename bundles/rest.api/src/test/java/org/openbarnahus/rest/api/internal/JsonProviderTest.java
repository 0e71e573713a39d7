// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import static org.junit.Assert.assertEquals;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import org.junit.Test;
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
}
