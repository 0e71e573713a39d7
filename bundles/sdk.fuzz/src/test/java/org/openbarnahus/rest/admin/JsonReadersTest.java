// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.Test;
import org.openbarnahus.rest.api.internal.RestReader;
import org.openbarnahus.store.jpa.internal.StoredReader;
import tools.jackson.databind.JsonNode;

/**
 * One document means one thing: REST and the socket of the administrator both refuse what two readers could take for different
 * things, and what both take they take for the same; what REST took is the same again when the store has kept it.
 */
public class JsonReadersTest {
    private static final List<String> AMBIGUOUS = List.of(
            "{'a':'1','a':'2'}",
            "{'a':'1','\\u0061':'2'}",
            "{'a':'1','b':'2','a':'1'}",
            "{'a':'1'}{'a':'2'}",
            "{'a':'1'} x",
            "{'a':'1',}",
            "{,'a':'1'}",
            "{'a':'1' 'b':'2'}",
            "{a:'1'}",
            "{'a':'1'/*,'b':'2'*/}",
            "{'a':'1'}//",
            "#{'a':'1'}",
            "{'a':'\\x41'}",
            "{'a':'\\u+041'}",
            "{'a':'\\u00'}",
            "{'a':'\\'}",
            "{'a':'1\t2'}",
            "{'a':'1\n2'}",
            "{'a':'1\u00002'}",
            "{'a':NaN}",
            "{'a':undefined}",
            "{'a'='1'}",
            "['a','1']",
            "'a'",
            "",
            "{",
            "{'a'");

    private static final List<String> PLAIN = List.of(
            "{}",
            "{'a':'1'}",
            " { 'a' : '1' , 'b' : '' } ",
            "{'a':'\\u0000\\u00e5\\n\\/\\\\\\\"'}",
            "{'a':'\\uD83D\\uDC0E','A':'\u00e5\u2028'}",
            "{'__proto__':'x','constructor':'y','':'z'}",
            "{'\u00e5':'1','a\u030a':'2'}",
            "{'a':'null','b':'1e999','c':'true'}");

    private static String quoted(String document) {
        return document.replace('\'', '"');
    }

    private static <T> Optional<T> read(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return texts;
    }

    @Test
    public void whatCouldBeTakenForTwoThingsIsRefusedByAll() {
        for (String document : AMBIGUOUS) {
            String json = quoted(document);
            assertTrue("REST: " + json, read(() -> RestReader.read(json)).isEmpty());
            assertTrue("socket: " + json, read(() -> Line.read(json)).isEmpty());
        }
    }

    @Test
    public void whatAllTakeTheyTakeForTheSame() {
        for (String document : PLAIN) {
            String json = quoted(document);
            JsonNode rest = RestReader.read(json);
            assertEquals(json, texts(rest), new TreeMap<>(Line.read(json)));
            assertEquals(json, rest, StoredReader.read(json));
            assertEquals("kept and read again", rest, StoredReader.read(rest.toString()));
            assertEquals("written on one line", texts(rest), new TreeMap<>(Line.read(Line.write(texts(rest)))));
        }
    }
}
