// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.Training;
import org.openbarnahus.core.service.query.TrainingState;
import org.openbarnahus.core.service.text.TrainingText;

public class TrainingsTest {
    private static final Locale SWEDISH = Locale.of("sv");
    private static final Instant ACCESS_ENDS = Instant.parse("2026-03-27T00:00:00Z");

    private final Fixture fixture = new Fixture();
    /** From signing on 12 March at 8: fourteen days, to the end of the last. */
    private final Duration grace = Duration.between(fixture.now, ACCESS_ENDS);

    private Session signIn(String name, Role role) {
        fixture.put(name, Set.of(role), true);
        return fixture.signIns
                .signIn(new Credentials(name, Fixture.RIGHT, "1"), "192.0.2.1")
                .orElseThrow()
                .session();
    }

    /** Found by trying: the letters are nobody's but TrainingText's. */
    private static Map<String, String> right() {
        Map<String, String> answers = new HashMap<>();
        for (Training.Question question : TrainingText.in(SWEDISH).questions()) {
            for (String letter : question.answers().keySet()) {
                if (!TrainingText.wrong(Map.of(question.id(), letter)).contains(question.id())) {
                    answers.put(question.id(), letter);
                }
            }
        }
        return answers;
    }

    private TrainingState state(Session session) {
        return fixture.trainings.state(session).orElseThrow();
    }

    @Test
    public void whoeverIsNewIsRemindedAndHasATimeOfGrace() {
        Session session = signIn("anna", Role.COORDINATOR);
        assertTrue(state(session).remind());
        assertEquals(Optional.empty(), state(session).passed());
        assertEquals(ACCESS_ENDS, state(session).suspended());
        assertEquals(LocalDate.of(2026, 3, 26), state(session).lastDay());
        assertFalse(state(session).ended());
        assertTrue(fixture.gate.decide(session, Permission.CASE_READ) instanceof Decision.Allowed);
        assertEquals(Optional.empty(), fixture.signIns.gate(session));
    }

    @Test
    public void afterTheTimeOfGraceNothingButTheOwnSessionIsAllowedUntilItIsPassed() {
        for (Role role : Role.values()) {
            fixture.sign(role.code());
        }
        fixture.pass(grace);
        for (Role role : Role.values()) {
            Session late = signIn(role.code(), role);
            for (Permission permission : Permission.values()) {
                boolean granted = AccessRules.decide(late.actor(), permission) instanceof Decision.Allowed;
                Decision decision = fixture.gate.decide(late, permission);
                assertEquals(
                        role + " " + permission,
                        permission == Permission.OWN_SESSION,
                        decision instanceof Decision.Allowed);
                assertEquals(
                        role + " " + permission,
                        granted && permission != Permission.OWN_SESSION,
                        decision.equals(new Decision.Denied("training")));
            }
        }
        Session session = signIn("anna", Role.COORDINATOR);
        assertTrue(state(session).ended());
        assertEquals(new Decision.Denied("training"), fixture.gate.decide(session, Permission.CASE_READ));
        assertEquals(Optional.of(ErrorCode.TRAINING_REQUIRED), fixture.signIns.gate(session));
        fixture.trainings.answer(session, SWEDISH, right()).orElseThrow();
        assertEquals(Optional.empty(), fixture.signIns.gate(session));
        assertTrue(fixture.gate.decide(session, Permission.CASE_READ) instanceof Decision.Allowed);
    }

    @Test
    public void itEndsInTheMiddleOfASession() {
        fixture.pass(grace.minusMinutes(10));
        Session session = signIn("anna", Role.COORDINATOR);
        assertEquals(Optional.empty(), fixture.signIns.gate(session));
        fixture.pass(Duration.ofMinutes(10));
        assertEquals(Optional.of(ErrorCode.TRAINING_REQUIRED), fixture.signIns.gate(session));
        assertEquals(new Decision.Denied("training"), fixture.gate.decide(session, Permission.CASE_LIST));
    }

    @Test
    public void itIsDueEveryYearAndSaidAMonthAhead() {
        fixture.trainings
                .answer(signIn("anna", Role.COORDINATOR), SWEDISH, right())
                .orElseThrow();
        fixture.pass(Duration.ofDays(334));
        assertFalse(state(signIn("anna", Role.COORDINATOR)).remind());
        fixture.pass(Duration.ofDays(1));
        assertTrue(state(signIn("anna", Role.COORDINATOR)).remind());
        fixture.pass(Duration.between(fixture.now, Instant.parse("2027-03-27T00:00:00Z"))
                .minusSeconds(1));
        assertEquals(Optional.empty(), fixture.signIns.gate(signIn("anna", Role.COORDINATOR)));
        fixture.pass(Duration.ofSeconds(1));
        assertEquals(Optional.of(ErrorCode.TRAINING_REQUIRED), fixture.signIns.gate(signIn("anna", Role.COORDINATOR)));
    }

    @Test
    public void withoutGraceItEndsTheMomentItIsDue() {
        TrainingTerms strict = new TrainingTerms(Period.ofMonths(12), Duration.ZERO);
        assertEquals(fixture.now, strict.suspended(fixture.now));
    }

    @Test
    public void oneWrongOrMissingAnswerIsNotEnoughAndIsNamed() {
        Session session = signIn("anna", Role.COORDINATOR);
        Map<String, String> answers = right();
        answers.put("q3", "b");
        answers.remove("q5");
        answers.put("q9", "a");
        Outcome<TrainingState> outcome = fixture.trainings.answer(session, SWEDISH, answers);
        assertEquals(
                List.of(
                        Problem.at(ErrorCode.TRAINING_WRONG, "answers/q3"),
                        Problem.at(ErrorCode.REQUIRED, "answers/q5")),
                outcome instanceof Outcome.Refused<TrainingState> refused ? refused.problems() : List.of());
        assertTrue(fixture.remembered.trainings.isEmpty());
        assertEquals(8, TrainingText.wrong(Map.of()).size());
    }

    @Test
    public void passingIsAuditedAndSeenByTheManagerAlone() {
        Session session = signIn("anna", Role.COORDINATOR);
        fixture.trainings.answer(session, SWEDISH, right()).orElseThrow();
        fixture.trainings.answer(session, SWEDISH, right()).orElseThrow();
        assertEquals("twice is once", 1, fixture.remembered.trainings.size());
        AuditEntry entry = fixture.remembered.trail.getLast();
        assertEquals("training", entry.objectType());
        assertEquals("1 sv", entry.detail());
        assertFalse(fixture.trainings.ofTheHouse(session) instanceof Outcome.Done);
        fixture.sign("berit");
        assertEquals(
                1,
                fixture.trainings
                        .ofTheHouse(signIn("berit", Role.MANAGER))
                        .orElseThrow()
                        .size());
    }

    @Test
    public void everyLanguageAsksTheSame() {
        for (String language : List.of("en", "sv", "nb")) {
            Training training = TrainingText.in(Locale.of(language));
            assertEquals(language, training.language());
            assertEquals(8, training.points().size());
            assertEquals(8, training.questions().size());
            training.questions()
                    .forEach(question -> assertEquals(
                            Set.of("a", "b", "c"), question.answers().keySet()));
        }
        assertEquals("en", TrainingText.in(Locale.of("fi")).language());
        assertEquals(8, right().size());
    }
}
