// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** What no manager does alone: one asks, another confirms. */
public class SecondPersonContract {
    private static final String REQUESTS = "/account-requests";

    private final DemoProduct product = SharedProduct.product();
    private final StepUp manager = StepUp.as(product, "manager", "NO-DEMO", "no-manager");
    private final StepUp officer = StepUp.as(product, "dpo", "NO-DEMO", "no-dpo");
    private final StepUp nation = StepUp.as(product, "national_admin", "NO-DEMO", "no-national-admin");

    private static String member(String name, String role) {
        return "{\"act\": \"invite\", \"username\": \"" + name + "\", \"agency\": \"barnahus\", \"roles\": [\"" + role
                + "\"]}";
    }

    private static String name() {
        return "to-" + Long.toString(System.nanoTime(), 36);
    }

    private static List<String> ids(StepUp reader) throws Exception {
        Answer answer = reader.api().get(REQUESTS);
        assertEquals(answer.body().toString(), 200, answer.status());
        return answer.body()
                .path("requests")
                .valueStream()
                .map(each -> each.path("id").stringValue())
                .toList();
    }

    @Test
    public void aManagerAloneNeitherMakesAManagerNorTakesOverTheOfficer() throws Exception {
        Answer alone = manager.post("/users", member(name(), "manager").replace("\"act\": \"invite\", ", ""));
        assertEquals(alone.body().toString(), 403, alone.status());
        assertEquals("SECOND_PERSON_REQUIRED", alone.code());
        assertEquals(
                "SECOND_PERSON_REQUIRED",
                manager.post("/users/no-dpo/enrolment-code", "{}").code());
        assertEquals(
                "SECOND_PERSON_REQUIRED",
                manager.post("/users/no-police/roles", "{\"roles\": [\"dpo\"]}").code());
        assertEquals(
                "SECOND_PERSON_REQUIRED",
                manager.post("/users/no-dpo/close", "{}").code());
        Answer code = manager.post("/users/no-health/enrolment-code", "{}");
        assertEquals("one person is enough for others", 200, code.status());
    }

    @Test
    public void anotherPersonConfirmsAndGetsTheCode() throws Exception {
        String name = name();
        Answer asked = manager.post(REQUESTS, member(name, "manager"));
        assertEquals(asked.body().toString(), 200, asked.status());
        String id = asked.body().path("id").stringValue();
        Duration life = Duration.between(
                Instant.parse(asked.body().path("asked").stringValue()),
                Instant.parse(asked.body().path("until").stringValue()));
        assertEquals(Duration.ofHours(72), life);
        assertFalse(asked.body().toString(), asked.body().has("invitation"));
        assertEquals(
                "NOT_YOURSELF",
                manager.post(REQUESTS + "/" + id + "/confirm", "{}").code());
        assertFalse(
                "not there yet", manager.api().get("/users").body().toString().contains(name));
        assertTrue(ids(officer).contains(id));
        StepUp other = StepUp.as(product, "manager", "SE-DEMO", "se-manager");
        assertFalse("another house sees nothing", ids(other).contains(id));
        assertEquals(
                "NOT_FOUND", other.post(REQUESTS + "/" + id + "/confirm", "{}").code());
        assertEquals(403, product.as("coordinator", "NO-DEMO").get(REQUESTS).status());

        Answer confirmed = officer.post(REQUESTS + "/" + id + "/confirm", "{}");
        assertEquals(confirmed.body().toString(), 200, confirmed.status());
        JsonNode invitation = confirmed.body().path("invitation");
        assertEquals(name, invitation.path("username").stringValue());
        assertFalse(invitation.path("code").stringValue().isEmpty());
        assertTrue(manager.api().get("/users").body().toString().contains(name));
        assertEquals(
                "NOT_FOUND", nation.post(REQUESTS + "/" + id + "/confirm", "{}").code());
        assertEquals(200, manager.post("/users/" + name + "/close", "{}").status());
    }

    /** In a house of its own: two managers, of whom one is closed at once and opened by two. */
    @Test
    public void aManagerIsClosedByOneTheOthersAreToldAndItTakesTwoToOpenAgain() throws Exception {
        String name = name();
        String id = manager.post(REQUESTS, member(name, "manager"))
                .body()
                .path("id")
                .stringValue();
        assertEquals(200, officer.post(REQUESTS + "/" + id + "/confirm", "{}").status());
        assertEquals(200, manager.post("/users/" + name + "/close", "{}").status());
        Samples.await(
                Duration.ofSeconds(20),
                () -> officer.api().get("/session"),
                answer -> answer.body().path("account_events").toString().contains("colleague_stopped"));
        Samples.await(
                Duration.ofSeconds(90),
                () -> officer.api().get("/alerts"),
                answer -> answer.body().toString().contains("grave_stopped"));
        assertEquals(
                "SECOND_PERSON_REQUIRED",
                manager.post("/users/" + name + "/open", "{}").code());
        String open = manager.post(REQUESTS, "{\"act\": \"open\", \"username\": \"" + name + "\"}")
                .body()
                .path("id")
                .stringValue();
        assertEquals(200, nation.post(REQUESTS + "/" + open + "/confirm", "{}").status());
        assertEquals(200, manager.post("/users/" + name + "/close", "{}").status());
    }

    @Test
    public void aNationalAdministratorAloneInvitesNobodyWhoSeesCases() throws Exception {
        String body = member(name(), "coordinator").replace("\"act\": \"invite\", ", "");
        assertEquals("SECOND_PERSON_REQUIRED", nation.post("/users", body).code());
        Answer asked = nation.post(REQUESTS, member(name(), "coordinator"));
        assertEquals(asked.body().toString(), 200, asked.status());
        assertEquals(
                "[\"no-dpo\",\"no-manager\"]", asked.body().path("confirmers").toString());
        String id = asked.body().path("id").stringValue();
        assertEquals(200, nation.post(REQUESTS + "/" + id + "/withdraw", "{}").status());
        assertEquals(200, manager.post("/users", body).status());
    }

    @Test
    public void itIsTakenBackAndDeclinedAndAllOfItIsInTheTrail() throws Exception {
        Answer mine = manager.post(REQUESTS, "{\"act\": \"reset\", \"username\": \"no-dpo\"}");
        assertEquals(mine.body().toString(), 200, mine.status());
        String id = mine.body().path("id").stringValue();
        assertEquals("[\"no-national-admin\"]", mine.body().path("confirmers").toString());
        assertEquals(
                "whom it concerns has no say",
                "NOT_YOURSELF",
                officer.post(REQUESTS + "/" + id + "/withdraw", "{}").code());
        assertEquals(200, manager.post(REQUESTS + "/" + id + "/withdraw", "{}").status());
        String other =
                manager.post(REQUESTS, member(name(), "dpo")).body().path("id").stringValue();
        assertEquals(
                200, officer.post(REQUESTS + "/" + other + "/withdraw", "{}").status());
        assertFalse(ids(manager).contains(other));
        Samples.await(
                Duration.ofSeconds(20),
                () -> officer.api().get("/audit?limit=200"),
                answer -> List.of("asked", "withdrawn", "declined").stream()
                        .allMatch(word -> answer.body()
                                .path("entries")
                                .valueStream()
                                .anyMatch(entry -> entry.toString().contains("account-request")
                                        && entry.toString().contains(word))));
    }
}
