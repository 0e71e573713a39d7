// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;

/** Reads and writes JSON trees; everything REST says goes through here. */
@Consumes("*/*")
@Produces("*/*")
final class JsonProvider implements MessageBodyReader<JsonNode>, MessageBodyWriter<JsonNode> {
    private static final Logger LOG = LoggerFactory.getLogger(JsonProvider.class);

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return JsonNode.class.isAssignableFrom(type);
    }

    @Override
    public JsonNode readFrom(
            Class<JsonNode> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in) {
        JsonNode node = read(in);
        Members.check(node, annotations);
        return node;
    }

    /** An object, whatever it holds. */
    static JsonNode read(InputStream in) {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(in);
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            throw new ProblemException(malformed(e));
        }
        if (!node.isObject()) {
            throw new ProblemException(Problem.at(ErrorCode.MALFORMED, "", "detail", "a JSON object is expected"));
        }
        return node;
    }

    /** Where reading stopped, without what was read. */
    private static Problem malformed(JacksonException e) {
        String where = e.getLocation() == null
                ? "not JSON"
                : "not JSON that can be accepted, line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return Problem.at(ErrorCode.MALFORMED, "", "detail", where);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return JsonNode.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            JsonNode node,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        byte[] json = Json.MAPPER.writeValueAsBytes(node);
        try {
            out.write(json);
        } catch (IOException e) { // nobody has to act when a client does not wait for its answer
            LOG.debug("a client has gone before it was answered", e);
        }
    }
}
