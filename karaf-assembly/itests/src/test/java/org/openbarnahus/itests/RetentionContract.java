// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** A case whose time is over is proposed with the rule that says so; a legal hold keeps it all the same. */
public class RetentionContract {
    private static final String REASON = "The district court has asked for the whole file.";
    private static final String REVIEW = LocalDate.now().plusMonths(6).toString();

    /** Nothing older than twenty years is accepted. */
    private static final LocalDate CASE = LocalDate.now().minusYears(19);

    private static final LocalDate CLOSED = CASE.plusMonths(10);

    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");
    private final StepUp manager = StepUp.as(product, "manager", "SE-DEMO", "se-manager");
    private final StepUp officer = StepUp.as(product, "dpo", "SE-DEMO", "se-dpo");
    private String id = "";
    private String number = "";

    /** Of a child who was 17 then: five years after closure and 30 years from birth are both over. */
    @Before
    public void anOldCaseThatIsClosed() throws Exception {
        String old = Samples.swedishCase(17, TimelineContract.complete())
                .replace(LocalDate.now().minusDays(20).toString(), CASE.toString())
                .replace(
                        LocalDate.now().minusDays(25).toString(),
                        CASE.minusDays(5).toString());
        Answer made = coordinator.post("/cases", old);
        assertEquals(made.body().toString(), 201, made.status());
        id = Samples.id(made);
        number = made.body().path("number").stringValue();
        entry("referral", CASE.plusDays(1), "\"eligibility\": \"accepted\", \"urgency\": \"soon\"");
        entry("closure", CLOSED, "\"closure_reason\": \"completed\"");
    }

    private void entry(String type, LocalDate day, String conditions) throws Exception {
        Answer saved = coordinator.post(
                "/cases/" + id + "/timeline",
                "{\"type\": \"" + type + "\", \"date\": \"" + day + "\", \"conditions\": {" + conditions + "}}");
        assertEquals(saved.body().toString(), 201, saved.status());
    }

    private Optional<JsonNode> proposal(Api reader) throws Exception {
        Answer looked = reader.post("/retention/look", "{}");
        assertEquals(looked.body().toString(), 200, looked.status());
        assertEquals(looked.body(), reader.get("/retention").body());
        return looked.body()
                .path("proposals")
                .valueStream()
                .filter(each -> each.path("number").stringValue().equals(number))
                .findFirst();
    }

    private String hold(String reason, String day) {
        return "{\"number\": \"" + number + "\", \"reason\": \"" + reason + "\", \"review_on\": \"" + day + "\"}";
    }

    private Answer asked() throws Exception {
        return manager.post("/erasures", "{\"number\": \"" + number + "\", \"reason\": \"retention\"}");
    }

    @Test
    public void whatIsDueIsProposedWithItsRuleAndErasedByTwo() throws Exception {
        JsonNode proposal = proposal(manager.api()).orElseThrow();
        assertEquals(id, proposal.path("case").stringValue());
        assertEquals("se.retention_born", proposal.path("rule").stringValue());
        assertEquals(
                CASE.minusYears(17).plusYears(30).toString(),
                proposal.path("keep_until").stringValue());
        assertEquals(CLOSED.toString(), proposal.path("closed").stringValue());
        assertFalse("a draft", proposal.at("/citation/verified").booleanValue());
        assertTrue(proposal.at("/citation/text").stringValue().contains("2025/26:12"));
        assertFalse(proposal.path("held").booleanValue());
        assertTrue(proposal(officer.api()).isPresent());
        assertFalse(proposal(product.as("manager", "NO-DEMO")).isPresent());
        assertEquals(403, coordinator.get("/retention").status());
        assertEquals(403, coordinator.post("/retention/look", "{}").status());
        Answer trail = officer.api().get("/audit?limit=200&case=" + number);
        assertTrue(
                trail.body().toString(), trail.body().toString().contains("retention-proposed rule:se.retention_born"));

        String request = asked().body().path("id").stringValue();
        Answer erased = officer.post("/erasures/" + request + "/confirm", "{}");
        assertEquals(erased.body().toString(), 200, erased.status());
        assertFalse(proposal(manager.api()).isPresent());
    }

    @Test
    public void aHoldKeepsTheCaseFromBeingErasedUntilItIsLifted() throws Exception {
        String request = asked().body().path("id").stringValue();
        Answer placed = officer.post("/holds", hold(REASON, REVIEW));
        assertEquals(placed.body().toString(), 200, placed.status());
        String mine = "/holds/" + placed.body().path("id").stringValue();
        assertEquals("se-dpo", placed.body().path("placed_by").stringValue());

        Answer refused = officer.post("/erasures/" + request + "/confirm", "{}");
        assertEquals(409, refused.status());
        assertEquals("CASE_HELD", refused.code());
        assertEquals("still there", 200, coordinator.get("/cases/" + id).status());
        assertTrue(proposal(manager.api()).orElseThrow().path("held").booleanValue());
        assertEquals(
                200, manager.post("/erasures/" + request + "/withdraw", "{}").status());
        assertEquals("CASE_HELD", asked().code());
        assertEquals("CASE_HELD", manager.post("/holds", hold(REASON, REVIEW)).code());

        assertTheHouseIsToldAndNotWhy();

        String later = LocalDate.now().plusMonths(9).toString();
        Answer renewed = manager.post(mine + "/renew", "{\"review_on\": \"" + later + "\"}");
        assertEquals(later, renewed.body().path("review_on").stringValue());
        Answer lifted = manager.post(mine + "/lift", "{}");
        assertEquals(lifted.body().toString(), 200, lifted.status());
        assertEquals("se-manager", lifted.body().path("lifted_by").stringValue());
        assertEquals("NOT_FOUND", manager.post(mine + "/lift", "{}").code());
        assertFalse(coordinator.get("/cases/" + id + "/hold").body().path("on").booleanValue());
        String again = asked().body().path("id").stringValue();
        assertEquals(200, officer.post("/erasures/" + again + "/confirm", "{}").status());
        String trail =
                officer.api().get("/audit?limit=200&case=" + number).body().toString();
        for (String said :
                new String[] {"hold-placed review:" + REVIEW, "hold-renewed review:" + later, "hold-lifted"}) {
            assertTrue(said, trail.contains(said));
        }
        assertFalse("the trail says not why", trail.contains("district court"));
    }

    private void assertTheHouseIsToldAndNotWhy() throws Exception {
        Answer told = coordinator.get("/cases/" + id + "/hold");
        assertTrue(told.body().path("on").booleanValue());
        assertEquals(REVIEW, told.body().path("review_on").stringValue());
        assertFalse("not why", told.body().toString().contains("court"));
        assertEquals(
                404,
                product.as("coordinator", "NO-DEMO")
                        .get("/cases/" + id + "/hold")
                        .status());
    }

    @Test
    public void onlyWhoWatchesOverHoldsSeesPlacesAndLiftsThem() throws Exception {
        for (String role : new String[] {"coordinator", "practitioner", "national_admin", "network_analyst"}) {
            Api other = product.as(role, "SE-DEMO");
            assertEquals(role, 403, other.get("/holds").status());
            assertEquals(role, 403, other.post("/holds", hold(REASON, REVIEW)).status());
        }
        Api neighbour = product.as("manager", "NO-DEMO");
        assertEquals("NOT_FOUND", neighbour.post("/holds", hold(REASON, REVIEW)).code());
        Answer placed = manager.post("/holds", hold(REASON, REVIEW));
        assertFalse(neighbour.get("/holds").body().toString().contains(number));
        JsonNode row = officer.api()
                .get("/holds")
                .body()
                .path("holds")
                .valueStream()
                .filter(each -> each.path("id").equals(placed.body().path("id")))
                .findFirst()
                .orElseThrow();
        assertEquals(REASON, row.path("reason").stringValue());
    }

    @Test
    public void aReasonAndADayThatAreNoneAreRefusedAtTheirPlace() throws Exception {
        assertRefused("TOO_SHORT", "/reason", hold("court", REVIEW));
        assertRefused("IDENTIFIER_IN_TEXT", "/reason", hold(REASON + " Call a@example.org", REVIEW));
        assertRefused(
                "TOO_SMALL",
                "/review_on",
                hold(REASON, LocalDate.now().minusDays(1).toString()));
        assertRefused(
                "TOO_LARGE",
                "/review_on",
                hold(REASON, LocalDate.now().plusYears(3).toString()));
        assertRefused("WRONG_TYPE", "/review_on", hold(REASON, "soon"));
        assertFalse(coordinator.get("/cases/" + id + "/hold").body().path("on").booleanValue());
    }

    private void assertRefused(String code, String path, String body) throws Exception {
        Answer refused = manager.post("/holds", body);
        assertEquals(refused.body().toString(), 422, refused.status());
        assertEquals(code, refused.body().at("/fields/0/code").stringValue());
        assertEquals(path, refused.body().at("/fields/0/path").stringValue());
    }
}
