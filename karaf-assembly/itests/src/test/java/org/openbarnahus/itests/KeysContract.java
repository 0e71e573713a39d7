// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** A house gets a new key while people work, and sees how far it is. */
public class KeysContract {
    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");
    private final StepUp manager = StepUp.as(product, "manager", "SE-DEMO", "se-manager");

    @Test
    public void aNewKeyGoesOverEveryCaseAndEverythingIsStillRead() throws Exception {
        Answer made = coordinator.post("/cases", Samples.swedishCase(11, ""));
        String path = "/cases/" + Samples.id(made);
        assertEquals(
                201,
                coordinator
                        .post(path + "/timeline", Samples.note("Said that school is fine."))
                        .status());
        JsonNode before = manager.api().get("/keys").body();
        int versions = before.path("versions").size();
        assertTrue(before.toString(), before.path("cases").longValue() > 0);

        Answer begun = manager.post("/keys/renew", "{}");
        assertEquals(begun.body().toString(), 200, begun.status());
        Answer done = Samples.await(
                Duration.ofSeconds(60),
                () -> manager.api().get("/keys"),
                answer -> !answer.body().at("/rotation/running").booleanValue());

        assertEquals(versions + 1, done.body().path("versions").size());
        assertEquals(0, done.body().at("/versions/0/cases").longValue());
        long newest = done.body().path("versions").get(versions).path("cases").longValue();
        assertEquals(done.body().path("cases").longValue(), newest);
        assertTrue(coordinator.get(path + "/timeline").body().toString().contains("Said that school is fine."));
        Api officer = product.as("dpo", "SE-DEMO");
        assertEquals(done.body(), officer.get("/keys").body());
        Answer trail = officer.get("/audit?limit=200&kind=CONFIGURE");
        assertTrue(trail.body().toString(), trail.body().toString().contains("rotation-finished"));
    }

    @Test
    public void whoeverIsNotAskedSeesAndRenewsNothing() throws Exception {
        for (String role : new String[] {"coordinator", "practitioner", "network_analyst"}) {
            Api other = product.as(role, "SE-DEMO");
            assertEquals(role, 403, other.get("/keys").status());
            assertEquals(role, 403, other.post("/keys/renew", "{}").status());
        }
        assertFalse(manager.api().get("/keys").body().toString().contains("keyset"));
    }
}
