// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.questionnaire.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.QuestionnaireResults;
import org.openbarnahus.sdk.testkit.Partial;
import org.openbarnahus.spi.questionnaire.QuestionnaireScorer;

public final class QuestionnairesTest {
    private static final Map<String, String> KIND = Map.of("KIND", "yes");

    private final House house = new House();
    private final Scores scores = new Scores();
    private final Questionnaires questionnaires = new Questionnaires(
            house.access,
            Partial.of(SchemaGate.class, house),
            Partial.of(PrivacyGate.class, house),
            scores,
            house.site,
            house.store,
            () -> house.now);

    private String token() {
        return questionnaires.offer(house.session, "bhq.child", "after_visit").orElseThrow();
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems();
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return problems(outcome).get(0).code();
    }

    @Test
    public void aTokenHas256BitsAndOnlyItsHashIsKept() throws Exception {
        String token = token();
        assertEquals(32, Base64.getUrlDecoder().decode(token).length);
        assertNotEquals(token, token());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        assertTrue(house.tokens.containsKey(house.hex(hash)));
        assertFalse(house.audit.toString().contains(token));
    }

    @Test
    public void anAnswerIsKeptWithTheMonthOnlyAndTheTokenIsGone() {
        String token = token();
        assertEquals(Outcome.done(true), questionnaires.answer(token, KIND, Map.of("GOOD", "The dog", "BETTER", " ")));

        QuestionnaireResponse response = house.responses.get(0);
        assertEquals("bhq.child", response.questionnaireId());
        assertEquals("after_visit", response.moment());
        assertEquals(YearMonth.of(2026, 7), response.month());
        assertEquals(KIND, response.answers());
        assertEquals(Map.of("GOOD", "The dog"), response.texts());
        assertEquals(ErrorCode.TOKEN_SPENT, code(questionnaires.answer(token, KIND, Map.of())));
        assertEquals(ErrorCode.TOKEN_SPENT, code(questionnaires.open(token)));
        assertEquals(1, house.responses.size());
    }

    @Test
    public void theAuditEntryOfAnAnswerLeadsToNobody() {
        questionnaires.answer(token(), KIND, Map.of()).orElseThrow();
        AuditEntry entry = house.audit.get(house.audit.size() - 1);
        assertEquals("response", entry.objectType());
        assertEquals("", entry.objectId());
        assertEquals(Optional.empty(), entry.user());
        assertEquals("", entry.session());
        assertEquals(AuditEntry.Result.DONE, entry.result());
    }

    @Test
    public void twoAnswersAtOnceWithOneTokenAreOneAnswer() {
        String token = token();
        house.beforeWrite = house.tokens::clear;
        assertEquals(ErrorCode.TOKEN_SPENT, code(questionnaires.answer(token, KIND, Map.of())));
        assertEquals(List.of(), house.responses);
    }

    @Test
    public void aTokenEndsAfterThirtyMinutes() {
        String token = token();
        house.now = house.now.plus(Duration.ofMinutes(30)).minusMillis(1);
        assertEquals(
                "bhq.child",
                questionnaires.open(token).orElseThrow().definition().id());
        house.now = house.now.plusMillis(1);
        assertEquals(ErrorCode.TOKEN_SPENT, code(questionnaires.open(token)));
        assertEquals(ErrorCode.TOKEN_SPENT, code(questionnaires.answer(token, KIND, Map.of())));
    }

    @Test
    public void aTokenOfAClockThatWasAheadDoesNotLiveUntilThen() {
        String token = token();
        house.now = house.now.minus(Duration.ofMinutes(5));
        assertEquals(
                "bhq.child",
                questionnaires.open(token).orElseThrow().definition().id());
        house.now = house.now.minusMillis(1);
        assertEquals(ErrorCode.TOKEN_SPENT, code(questionnaires.open(token)));
    }

    @Test
    public void anUnknownEmptyOrOverlongTokenLooksLikeASpentOne() {
        for (String token : List.of("", "x", "x".repeat(10_000))) {
            assertEquals(ErrorCode.TOKEN_SPENT, code(questionnaires.open(token)));
        }
    }

    @Test
    public void aTextThatIdentifiesIsRefusedAndNothingIsKeptOrLost() {
        String token = token();
        Outcome<Boolean> outcome = questionnaires.answer(token, KIND, Map.of("GOOD", "secret"));
        assertEquals(
                List.of(new Problem(ErrorCode.IDENTIFIER_IN_TEXT, "GOOD", Map.of("kind", "x", "position", "1"))),
                problems(outcome));
        assertEquals(List.of(), house.responses);
        assertTrue(questionnaires.answer(token, KIND, Map.of()) instanceof Outcome.Done);
    }

    @Test
    public void onlyItemsAndAnswersOfTheVariantAreAccepted() {
        String token = token();
        assertEquals(
                List.of(Problem.at(ErrorCode.UNKNOWN_FIELD, "OTHER")),
                problems(questionnaires.answer(token, Map.of("OTHER", "yes"), Map.of())));
        assertEquals(
                List.of(Problem.at(ErrorCode.UNKNOWN_CODE, "KIND")),
                problems(questionnaires.answer(token, Map.of("KIND", "perhaps"), Map.of())));
        assertEquals(
                List.of(Problem.at(ErrorCode.UNKNOWN_FIELD, "")),
                problems(questionnaires.answer(token, Map.of(), Map.of("a name that was typed", "text"))));
        assertEquals(
                List.of(Problem.at(ErrorCode.TOO_LONG, "GOOD", "max", "2000")),
                problems(questionnaires.answer(token, Map.of(), Map.of("GOOD", "x".repeat(2_001)))));
        for (String hidden : List.of("\u0000", "\u001B[2J", "\u202E", "\u2028", "\u200B")) {
            assertEquals(
                    List.of(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, "GOOD")),
                    problems(questionnaires.answer(token, Map.of(), Map.of("GOOD", "a" + hidden + "b"))));
        }
        assertEquals(ErrorCode.REQUIRED, code(questionnaires.answer(token, Map.of(), Map.of("GOOD", " "))));
        assertTrue(questionnaires.answer(token, Map.of("KIND", "dont_know"), Map.of()) instanceof Outcome.Done);
    }

    @Test
    public void freeTextIsOfferedOnlyWhileItCanBeScreened() {
        String token = token();
        assertTrue(questionnaires.open(token).orElseThrow().freeText());
        house.screening = false;
        assertFalse(questionnaires.open(token).orElseThrow().freeText());
    }

    @Test
    public void onlyKnownVariantsAndMomentsAreOffered() {
        assertEquals(
                List.of("bhq.child"),
                questionnaires.variants(house.session).stream()
                        .map(QuestionnaireDefinition::id)
                        .toList());
        assertEquals(ErrorCode.NOT_FOUND, code(questionnaires.offer(house.session, "bhq.none", "after_visit")));
        assertEquals(ErrorCode.UNKNOWN_CODE, code(questionnaires.offer(house.session, "bhq.child", "at_noon")));
    }

    @Test
    public void whoHasNoPermissionOffersAndReadsNothing() {
        house.permissions.clear();
        assertEquals(List.of(), questionnaires.variants(house.session));
        assertEquals(ErrorCode.DENIED, code(questionnaires.offer(house.session, "bhq.child", "after_visit")));
        house.permissions.add(Permission.QUESTIONNAIRE_OFFER);
        assertEquals(ErrorCode.DENIED, code(questionnaires.results(house.session, "bhq.child")));
    }

    @Test
    public void nothingIsShownOfFewerThanFiveAnswers() {
        answer(4, Map.of("KIND", "yes"));
        assertEquals(4, results().responses());
        assertEquals(List.of(), results().items());
        answer(1, Map.of("JOURNEY", "no"));
        assertEquals(5, results().responses());
        assertEquals(AuditEntry.Action.READ, house.audit.getLast().action());
        assertEquals(OptionalDouble.empty(), item("KIND").mean());
        answer(1, Map.of("KIND", "partly"));
        assertEquals(OptionalDouble.of(90), item("KIND").mean());
        assertEquals(5, item("KIND").scored());
        assertEquals(OptionalDouble.empty(), item("JOURNEY").mean());
    }

    @Test
    public void dontKnowAndSkippedCarryNoPoints() {
        answer(5, Map.of("KIND", "no"));
        answer(3, Map.of("KIND", "dont_know"));
        answer(2, Map.of("JOURNEY", "yes"));
        assertEquals(5, item("KIND").scored());
        assertEquals(OptionalDouble.of(0), item("KIND").mean());
    }

    @Test
    public void aScorerInJavaTakesTheScalesPlace() {
        answer(5, Map.of("KIND", "no"));
        QuestionnaireScorer scorer = new QuestionnaireScorer() {
            @Override
            public String questionnaireId() {
                return "bhq.child";
            }

            @Override
            public OptionalDouble score(QuestionnaireDefinition variant, QuestionnaireResponse response, String item) {
                return OptionalDouble.of(7);
            }
        };
        scores.add(scorer);
        assertEquals(OptionalDouble.of(7), item("KIND").mean());
        scores.remove(scorer);
        assertEquals(OptionalDouble.of(0), item("KIND").mean());
    }

    private void answer(int times, Map<String, String> answers) {
        for (int i = 0; i < times; i++) {
            questionnaires.answer(token(), answers, Map.of()).orElseThrow();
        }
    }

    private QuestionnaireResults results() {
        return questionnaires.results(house.session, "bhq.child").orElseThrow();
    }

    private QuestionnaireResults.ItemResult item(String id) {
        return results().items().stream()
                .filter(i -> i.itemId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
