// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
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
import org.openbarnahus.core.service.command.AcceptAgreement;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.Agreement;
import org.openbarnahus.core.service.store.AcceptanceRecord;

public class AgreementsTest {
    private static final Locale SWEDISH = Locale.of("sv");

    private final Fixture fixture = new Fixture();
    private final Session session = signIn("berit", Role.MANAGER);

    private Session signIn(String name, Role role) {
        fixture.put(name, Set.of(role), true);
        return fixture.signIns
                .signIn(new Credentials(name, Fixture.RIGHT, "1"), "192.0.2.1")
                .orElseThrow()
                .session();
    }

    private AcceptAgreement read(Agreement text) {
        return new AcceptAgreement(text.version(), text.language(), text.hash(), "B. Ek", "chef", "Barnahus");
    }

    private Agreement text() {
        return fixture.agreements.current(session, SWEDISH).orElseThrow();
    }

    private static List<ErrorCode> codes(Outcome<?> outcome) {
        return problems(outcome).stream().map(Problem::code).toList();
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.problems() : List.of();
    }

    @Test
    public void nothingButTheOwnSessionIsAllowedUntilTheAgreementIsSigned() {
        for (Permission permission : Permission.values()) {
            Decision decision = fixture.gate.decide(session, permission);
            assertFalse(
                    permission.name(), permission != Permission.OWN_SESSION && decision instanceof Decision.Allowed);
        }
        assertEquals(new Decision.Denied("agreement"), fixture.gate.decide(session, Permission.CASE_READ));
        assertEquals(Optional.of(ErrorCode.AGREEMENT_REQUIRED), fixture.signIns.gate(session));
        fixture.agreements.accept(session, read(text())).orElseThrow();
        assertTrue(fixture.gate.decide(session, Permission.CASE_READ) instanceof Decision.Allowed);
        assertTrue(fixture.signIns.gate(session).isEmpty());
    }

    @Test
    public void theSixCommitmentsAreThereInEveryLanguage() {
        for (String language : List.of("en", "sv", "nb")) {
            String text =
                    fixture.book.current(Fixture.HOUSE, Locale.of(language)).text();
            assertEquals(
                    language,
                    6,
                    text.lines().filter(line -> line.startsWith("- ")).count());
        }
        assertEquals("en", fixture.book.current(Fixture.HOUSE, Locale.of("fi")).language());
    }

    @Test
    public void anotherTextThanTheOneThatWasReadIsNotSigned() {
        Agreement text = text();
        AcceptAgreement forged = new AcceptAgreement(text.version(), "sv", "0".repeat(64), "B. Ek", "chef", "Barnahus");
        assertEquals(List.of(ErrorCode.AGREEMENT_CHANGED), codes(fixture.agreements.accept(session, forged)));
        AcceptAgreement mixed = new AcceptAgreement(text.version(), "nb", text.hash(), "B. Ek", "chef", "Barnahus");
        assertEquals(List.of(ErrorCode.AGREEMENT_CHANGED), codes(fixture.agreements.accept(session, mixed)));
        AcceptAgreement nameless = new AcceptAgreement(text.version(), "sv", text.hash(), " ", "chef\n", "");
        assertEquals(
                List.of(ErrorCode.REQUIRED, ErrorCode.FORBIDDEN_CHARACTER, ErrorCode.REQUIRED),
                codes(fixture.agreements.accept(session, nameless)));
        assertTrue(fixture.remembered.acceptances(Fixture.id("berit")).isEmpty());
    }

    @Test
    public void neitherWhoSignsNorWhatIsSignedHoldsSignsThatDeceive() {
        Agreement text = text();
        for (String hidden : List.of("\u0000", "\u202E", "\u2028", "\u200B")) {
            String name = "B." + hidden + "Ek";
            assertEquals(
                    List.of(
                            Problem.at(ErrorCode.FORBIDDEN_CHARACTER, "name"),
                            Problem.at(ErrorCode.FORBIDDEN_CHARACTER, "title"),
                            Problem.at(ErrorCode.FORBIDDEN_CHARACTER, "organisation")),
                    problems(fixture.agreements.accept(
                            session, new AcceptAgreement(text.version(), "sv", text.hash(), name, name, name))));
        }
        fixture.agreements.accept(session, read(text)).orElseThrow();
        String words = "Vi lovar\nföljande. ".repeat(20);
        for (String hidden : List.of("\u0000", "\u001B[2J", "\u202E", "\u2028", "\u200B")) {
            assertEquals(
                    List.of(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, "texts/sv")),
                    problems(fixture.agreements.publish(session, 1, Map.of("sv", words + hidden + "x"))));
        }
        assertEquals(
                2,
                fixture.agreements
                        .publish(session, 1, Map.of("sv", words))
                        .orElseThrow()
                        .version());
    }

    @Test
    public void signingIsAuditedWithVersionAndHashAndWithoutTheName() {
        AcceptanceRecord signed =
                fixture.agreements.accept(session, read(text())).orElseThrow();
        AuditEntry entry = fixture.remembered.trail.getLast();
        assertEquals("1 sv " + signed.hash(), entry.detail());
        assertFalse(entry.toString().contains("B. Ek"));
        fixture.agreements.accept(session, read(text())).orElseThrow();
        assertEquals("twice is once", 1, fixture.remembered.trail.size());
    }

    @Test
    public void aNewVersionIsAskedAgainAlsoInTheMiddleOfASession() {
        fixture.agreements.accept(session, read(text())).orElseThrow();
        String words = "Vi lovar följande. ".repeat(20);
        Agreement next =
                fixture.agreements.publish(session, 1, Map.of("sv", words)).orElseThrow();
        assertEquals(2, next.version());
        assertEquals(
                "what was seen is not in force any more; told after signing",
                List.of(ErrorCode.AGREEMENT_REQUIRED),
                codes(fixture.agreements.publish(session, 1, Map.of("sv", words))));
        assertEquals(Optional.of(ErrorCode.AGREEMENT_REQUIRED), fixture.signIns.gate(session));
        assertEquals(
                "sv",
                fixture.agreements
                        .current(session, Locale.ENGLISH)
                        .orElseThrow()
                        .language());
        fixture.agreements.accept(session, read(text())).orElseThrow();
        assertTrue(fixture.signIns.gate(session).isEmpty());
        assertEquals(
                List.of(ErrorCode.AGREEMENT_CHANGED),
                codes(fixture.agreements.publish(session, 1, Map.of("sv", words))));
        assertEquals(
                2,
                fixture.agreements.ofTheHouse(session).orElseThrow().stream()
                        .filter(signed ->
                                signed.account().equals(session.actor().user()))
                        .count());
    }

    @Test
    public void onlyAManagerWithAFreshFactorPublishesAndSeesWhoHasSigned() {
        Session police = signIn("pia", Role.PRACTITIONER);
        fixture.agreements.accept(police, read(text())).orElseThrow();
        assertEquals(List.of(ErrorCode.DENIED), codes(fixture.agreements.ofTheHouse(police)));
        assertEquals(
                List.of(ErrorCode.DENIED), codes(fixture.agreements.publish(police, 1, Map.of("sv", "x".repeat(300)))));
        fixture.agreements.accept(session, read(text())).orElseThrow();
        fixture.pass(Duration.ofMinutes(5));
        assertEquals(
                List.of(ErrorCode.STEP_UP_REQUIRED),
                codes(fixture.agreements.publish(session, 1, Map.of("sv", "x".repeat(300)))));
    }
}
