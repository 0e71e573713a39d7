// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Need-to-know inside a case: what treats the child and what investigates the crime stay apart, whichever way one asks. */
public class FieldsContract {
    private static final String TREATMENT = "Fjärilar lugnar, sade terapeuten, och saffransbullar";
    private static final String PLAN = "Samtalet flyttas, alla är överens om havregrynsgröt";
    private static final String BAND = "mh_screening.score_band";

    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");
    private final Api police = product.as("practitioner", "SE-DEMO");
    private String path = "";
    private String therapy = "";
    private Answer screening;

    @Before
    public void aCaseWithTreatment() throws Exception {
        Answer created = coordinator.post("/cases", Samples.withTimeline(Samples.swedishCase(9, "")));
        assertEquals(created.body().toString(), 201, created.status());
        path = "/cases/" + Samples.id(created);
        therapy = Samples.id(recorded("therapy_session", TREATMENT, ""));
        recorded("planning_meeting", PLAN, "");
        screening =
                recorded("mh_screening", "", "\"mh_screening.instrument\": \"unknown\", \"" + BAND + "\": \"unknown\"");
        Samples.join(coordinator, Samples.id(created), "se-police");
        Samples.join(coordinator, Samples.id(created), "se-health");
    }

    private static String entry(String type, String note, String conditions) {
        ObjectNode body = Api.JSON.createObjectNode();
        body.put("type", type).put("date", LocalDate.now().minusDays(2).toString());
        body.set("conditions", Api.JSON.readTree("{" + conditions + "}"));
        if (!note.isEmpty()) {
            body.put("note", note);
        }
        return body.toString();
    }

    private Answer recorded(String type, String note, String conditions) throws Exception {
        Answer done = coordinator.post(path + "/timeline", entry(type, note, conditions));
        assertEquals(done.body().toString(), 201, done.status());
        return done;
    }

    private Answer session(Api who) throws Exception {
        return who.get(path + "/timeline/" + therapy);
    }

    private static Set<String> hidden(JsonNode body) {
        return body.path("hidden")
                .valueStream()
                .map(JsonNode::stringValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every address that the description of the interface has, as far as it can be read. */
    private List<String> addresses() throws Exception {
        JsonNode paths = coordinator.get("/openapi.json").body().path("paths");
        return paths.properties().stream()
                .filter(p -> p.getValue().has("get"))
                .map(Map.Entry::getKey)
                .map(p -> p.startsWith("/cases/{") ? path + p.substring(p.indexOf('}') + 1) : p)
                .map(p -> p.replaceAll("timeline/\\{\\w+}", "timeline/" + therapy))
                .filter(p -> !p.contains("{"))
                .toList();
    }

    @Test
    public void noAnswerOfAnyAddressHoldsWhatIsNotShown() throws Exception {
        List<String> addresses = addresses();
        assertTrue(addresses.toString(), addresses.contains(path + "/timeline/" + therapy));
        assertTrue(addresses.toString(), addresses.contains("/cases") && addresses.size() > 12);
        int seen = 0;
        for (String address : addresses) {
            assertFalse(address, police.get(address).body().toString().contains(TREATMENT));
            seen += coordinator.get(address).body().toString().contains(TREATMENT) ? 1 : 0;
        }
        assertTrue("the coordinator is shown it in timeline and entry", seen >= 2);
        assertTrue(session(product.named("se-health")).body().toString().contains(TREATMENT));
    }

    private Answer session(Demo.User user) throws Exception {
        return session(Demo.signIn(product.data(), product.port(), user));
    }

    @Test
    public void whatIsNotShownIsNamedSoThatNobodyTakesItForEmpty() throws Exception {
        assertEquals(Set.of("note", "therapy.method"), hidden(session(police).body()));
        Answer seen = police.get(path + "/timeline/" + Samples.id(screening));
        assertEquals(Set.of("note", BAND), hidden(seen.body()));
        assertEquals(
                "unknown", seen.body().at("/conditions/mh_screening.instrument").stringValue());
        assertFalse(seen.body().path("conditions").has(BAND));
        assertFalse(session(coordinator).body().has("hidden"));
        assertTrue(police.get(path + "/timeline").body().toString().contains(PLAN));
    }

    @Test
    public void whoeverPutsBackWhatWasReadLeavesTheRestAsItIs() throws Exception {
        Answer read = session(police);
        ObjectNode body = (ObjectNode) read.body();
        body.put("date", LocalDate.now().minusDays(1).toString());
        Answer put = police.put(path + "/timeline/" + therapy, body.toString(), read.etag());
        assertEquals(put.body().toString(), 200, put.status());
        assertFalse(put.body().toString().contains(TREATMENT));
        assertEquals(Set.of("note", "therapy.method"), hidden(put.body()));
        JsonNode now = session(coordinator).body();
        assertEquals(TREATMENT, now.path("note").stringValue());
        assertEquals(LocalDate.now().minusDays(1).toString(), now.path("date").stringValue());
    }

    @Test
    public void nobodyWritesClearsOrGuessesWhatIsNotShown() throws Exception {
        String etag = session(police).etag();
        for (String note : List.of("\"" + TREATMENT + "\"", "\"something else\"", "null")) {
            Answer refused = police.send(
                    "PATCH", path + "/timeline/" + therapy, "{\"note\": " + note + "}", Map.of("If-Match", etag));
            assertEquals(note, 403, refused.status());
            assertEquals("FIELD_NOT_SHOWN", refused.code());
            assertEquals("/note", refused.body().at("/fields/0/path").stringValue());
            assertFalse(refused.body().toString().contains(TREATMENT));
        }
        Answer posted = police.post(path + "/timeline", entry("therapy_session", "mine", ""));
        assertEquals(posted.body().toString(), 403, posted.status());
        assertEquals(TREATMENT, session(coordinator).body().path("note").stringValue());
    }

    @Test
    public void anAnswerThatIsRepeatedHoldsNoMoreThanTheFirst() throws Exception {
        String key = "fields-" + System.nanoTime();
        for (int time = 0; time < 2; time++) {
            Answer done = police.post(path + "/timeline", entry("therapy_session", "", ""), key);
            assertEquals(done.body().toString(), 201, done.status());
            assertEquals(Set.of("note", "therapy.method"), hidden(done.body()));
        }
    }

    @Test
    public void aManagerWhoOnlyOverseesReadsNoFreeText() throws Exception {
        Api manager = product.as("manager", "SE-DEMO");
        for (String address : addresses()) {
            String answer = manager.get(address).body().toString();
            assertFalse(address, answer.contains(TREATMENT) || answer.contains(PLAN));
        }
        for (JsonNode entry : manager.get(path + "/timeline").body().path("timeline")) {
            assertTrue(entry.toString(), hidden(entry).contains("note"));
        }
    }
}
