// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;

/** A case is gone for good when two have said so, and says so to those who knew it. */
public class ErasureContract {
    private static final String ERASURES = "/erasures";

    private final DemoProduct product = SharedProduct.product();
    private final StepUp manager = StepUp.as(product, "manager", "SE-DEMO", "se-manager");
    private final StepUp officer = StepUp.as(product, "dpo", "SE-DEMO", "se-dpo");

    @Test
    public void twoOfTheHouseEraseACaseAndItsCertificateRemains() throws Exception {
        Api coordinator = product.as("coordinator", "SE-DEMO");
        Answer made = coordinator.post("/cases", Samples.swedishCase(11, ""));
        assertEquals(201, made.status());
        String id = Samples.id(made);
        String number = made.body().path("number").stringValue();
        String body = "{\"number\": \"" + number + "\", \"reason\": \"mistake\"}";

        assertEquals(403, coordinator.post(ERASURES, body).status());
        assertEquals(403, officer.post(ERASURES, body).status());
        Answer asked = manager.post(ERASURES, body);
        assertEquals(asked.body().toString(), 200, asked.status());
        String request = asked.body().path("id").stringValue();
        assertEquals(
                "NOT_YOURSELF",
                manager.post(ERASURES + "/" + request + "/confirm", "{}").code());
        StepUp neighbour = StepUp.as(product, "dpo", "NO-DEMO", "no-dpo");
        assertEquals(
                "NOT_FOUND",
                neighbour.post(ERASURES + "/" + request + "/confirm", "{}").code());
        assertEquals("still there", 200, coordinator.get("/cases/" + id).status());

        Answer erased = officer.post(ERASURES + "/" + request + "/confirm", "{}");
        assertEquals(erased.body().toString(), 200, erased.status());

        assertGone(id, number);
        Answer certificate = manager.api().get(ERASURES + "/" + id + "/certificate");
        assertEquals(erased.body(), certificate.body());
        String text = certificate.body().path("certificate").stringValue();
        for (String said : List.of(number, "se-manager", "se-dpo", "openbarnahus-erasure/1")) {
            assertTrue(text, text.contains(said));
        }
        assertTrue(manager.api().get(ERASURES).body().path("erased").toString().contains(number));
        Answer trail = officer.api().get("/audit?case=" + number);
        assertTrue(trail.body().toString(), trail.body().toString().contains("erased reason:mistake"));
        assertEquals("NOT_FOUND", manager.post(ERASURES, body).code());
    }

    /** Those who knew the case learn that it is erased, all others learn nothing. */
    private void assertGone(String id, String number) throws Exception {
        Api coordinator = product.as("coordinator", "SE-DEMO");
        Answer gone = coordinator.get("/cases/" + id);
        assertEquals(410, gone.status());
        assertEquals("CASE_ERASED", gone.code());
        assertEquals(
                404, product.as("practitioner", "SE-DEMO").get("/cases/" + id).status());
        assertEquals(
                404, product.as("coordinator", "NO-DEMO").get("/cases/" + id).status());
        for (String part : List.of("/timeline", "/hold", "/members", "/deadlines")) {
            assertEquals(part, 410, coordinator.get("/cases/" + id + part).status());
            assertEquals(
                    part,
                    404,
                    product.as("practitioner", "SE-DEMO")
                            .get("/cases/" + id + part)
                            .status());
        }
        Map<String, String> seen = Map.of("If-Match", "\"1\"");
        assertEquals(410, coordinator.send("PATCH", "/cases/" + id, "{}", seen).status());
        assertEquals(
                410,
                coordinator
                        .send("PUT", "/cases/" + id + "/members/se-police", "{}", seen)
                        .status());
        assertFalse(coordinator.get("/cases?limit=200").body().toString().contains(number));
    }
}
