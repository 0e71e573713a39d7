// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Who has access, when it was used, and a manager who confirms it. */
public class AccessReviewContract {
    private final DemoProduct product = SharedProduct.product();

    private static JsonNode account(JsonNode list, String name) {
        for (JsonNode each : list) {
            if (each.path("username").stringValue().equals(name)) {
                return each;
            }
        }
        throw new AssertionError(name + " is not in " + list);
    }

    private static JsonNode standing(Api api, String name) throws Exception {
        return account(api.get("/access-review").body().path("accounts"), name);
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    @Test
    public void whoSignsInIsSeenToHaveUsedTheAccountWithTheDayAlone() throws Exception {
        Api manager = product.as("manager", "SE-DEMO");
        product.as("coordinator", "SE-DEMO");
        JsonNode used = standing(manager, "se-coordinator");
        assertEquals(today(), used.path("last_used").stringValue());
        assertEquals(
                LocalDate.now(ZoneOffset.UTC).plusDays(45).toString(),
                used.path("unused_until").stringValue());
        assertFalse(used.path("closes_soon").booleanValue());
        JsonNode user = account(manager.get("/users").body().path("users"), "se-coordinator");
        assertEquals(used.path("last_used"), user.path("last_used"));
        assertTrue(user.path("closed").isMissingNode());
    }

    @Test
    public void aManagerConfirmsOthersAndOnlyAManagerDoes() throws Exception {
        Api manager = product.as("manager", "SE-DEMO");
        Answer done = manager.post("/access-review", "{\"confirm\": [\"se-police\", \"se-health\"]}");
        assertEquals(200, done.status());
        JsonNode police = account(done.body().path("accounts"), "se-police");
        assertEquals(today(), police.path("confirmed").stringValue());
        assertEquals(
                LocalDate.now(ZoneOffset.UTC).plusDays(90).toString(),
                police.path("review_due").stringValue());
        assertFalse(police.path("overdue").booleanValue());
        for (String name : new String[] {"no-police", "nobody-at-all"}) {
            Answer unknown = manager.post("/access-review", "{\"confirm\": [\"" + name + "\"]}");
            assertEquals(name, "NOT_FOUND", unknown.code());
        }
        assertEquals("REQUIRED", manager.post("/access-review", "{}").code());
        Api coordinator = product.as("coordinator", "SE-DEMO");
        assertEquals(403, coordinator.get("/access-review").status());
        assertEquals(
                403,
                coordinator
                        .post("/access-review", "{\"confirm\": [\"se-police\"]}")
                        .status());
    }

    @Test
    public void nobodyConfirmsTheOwnAccountWhileSomebodyElseIsThere() throws Exception {
        Api manager = product.as("manager", "NO-DEMO");
        assertTrue(standing(manager, "no-manager").path("may_confirm").booleanValue());
        assertEquals(
                200,
                manager.post("/access-review", "{\"confirm\": [\"no-manager\"]}")
                        .status());
        Api other = product.as("national_admin", "NO-DEMO");
        assertFalse(standing(manager, "no-manager").path("may_confirm").booleanValue());
        Answer own = manager.post("/access-review", "{\"confirm\": [\"no-manager\"]}");
        assertEquals(403, own.status());
        assertEquals("NOT_YOURSELF", own.code());
        assertEquals(
                200,
                other.post("/access-review", "{\"confirm\": [\"no-manager\"]}").status());
    }
}
