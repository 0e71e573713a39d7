// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccessReviewService;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.AccessStanding;
import org.openbarnahus.core.service.query.AccountClosure.Reason;

/** A manager, a coordinator, and now and then a second manager; 12 March. */
public class AccessReviewsTest {
    private final Fixture fixture = new Fixture();
    private Session manager = signedIn("maria", Role.MANAGER);

    @Before
    public void aManager() {
        assertTrue(manager.alive());
    }

    private Session signedIn(String name, Role... roles) {
        fixture.put(name, Set.of(roles), true);
        fixture.sign(name);
        return signIn(name);
    }

    private Session signIn(String name) {
        return fixture.signIns
                .signIn(new Credentials(name, Fixture.RIGHT, "1"), "192.0.2.1")
                .orElseThrow()
                .session();
    }

    /** Days later the manager and Anna have been at work and are trained. */
    private void pass(int days) {
        for (int day = 0; day < days; day++) {
            fixture.pass(Duration.ofDays(1));
            signIn("anna");
        }
        fixture.train("maria");
        manager = signIn("maria");
    }

    private AccessStanding standing(String name) {
        return fixture.reviews.ofTheHouse(manager).orElseThrow().stream()
                .filter(each -> each.account().username().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems();
    }

    @Test
    public void moreThanAHouseCanHaveAreNotLookedAt() {
        Set<String> many = IntStream.rangeClosed(0, AccessReviewService.MOST)
                .mapToObj(each -> "nobody-" + each)
                .collect(Collectors.toSet());
        assertEquals(
                List.of(Problem.at(ErrorCode.TOO_MANY, "usernames", "max", "500")),
                problems(fixture.reviews.confirm(manager, many)));
        many.remove("nobody-0");
        assertEquals(500, problems(fixture.reviews.confirm(manager, many)).size());
    }

    @Test
    public void aManagerSeesDaysAndNothingOfOtherHouses() {
        fixture.put("nils", Set.of(Role.PRACTITIONER), true);
        AccessStanding nils = standing("nils");
        assertEquals(Optional.empty(), nils.lastUsed());
        assertEquals(LocalDate.of(2026, 4, 26), nils.unusedUntil());
        assertEquals(LocalDate.of(2026, 6, 10), nils.review().due());
        assertEquals(LocalDate.of(2026, 6, 24), nils.review().until());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 12)), standing("maria").lastUsed());
        assertEquals(
                List.of("anna", "maria", "nils"),
                fixture.reviews.ofTheHouse(manager).orElseThrow().stream()
                        .map(each -> each.account().username())
                        .toList());
    }

    @Test
    public void onlyWhoManagesAccountsSeesOrConfirmsAnything() {
        Session coordinator = signedIn("anna", Role.COORDINATOR);
        assertEquals(
                ErrorCode.DENIED,
                problems(fixture.reviews.ofTheHouse(coordinator)).getFirst().code());
        assertEquals(
                ErrorCode.DENIED,
                problems(fixture.reviews.confirm(coordinator, Set.of("anna")))
                        .getFirst()
                        .code());
        assertEquals(0, fixture.reviews.waiting(coordinator));
        assertEquals(List.of(), fixture.uses.store().details());
    }

    @Test
    public void aWeekBeforeItClosesItIsSaid() {
        fixture.put("nils", Set.of(Role.PRACTITIONER), true);
        pass(38);
        assertFalse(standing("nils").closesSoon());
        pass(1);
        assertTrue(standing("nils").closesSoon());
        assertFalse(standing("anna").closesSoon());
        pass(7);
        AccessStanding closed = standing("nils");
        assertEquals(
                Optional.of(new AccessStanding.Closed(Reason.DORMANT, LocalDate.of(2026, 4, 27))), closed.closed());
        assertFalse(closed.closesSoon());
        assertFalse(closed.account().enabled());
    }

    @Test
    public void dueAfterNinetyDaysAndConfirmedForAnotherNinety() {
        pass(89);
        assertEquals(0, fixture.reviews.waiting(manager));
        pass(1);
        assertEquals(2, fixture.reviews.waiting(manager));
        assertTrue(standing("anna").review().overdue());
        fixture.reviews.confirm(manager, Set.of("anna", "maria")).orElseThrow();
        assertEquals(0, fixture.reviews.waiting(manager));
        assertEquals(LocalDate.of(2026, 6, 10), standing("anna").review().confirmed());
        assertEquals(
                Set.of("access-confirmed", "access-confirmed-by-oneself"),
                Set.copyOf(fixture.uses.store().details()));
        pass(89);
        assertTrue(standing("anna").account().enabled());
    }

    @Test
    public void whoeverIsNotConfirmedInTimeIsClosedAndTheOthersStay() {
        pass(90);
        fixture.reviews.confirm(manager, Set.of("maria")).orElseThrow();
        pass(14);
        assertTrue(standing("anna").account().enabled());
        fixture.pass(Duration.ofDays(1));
        manager = signIn("maria");
        assertEquals(Reason.REVIEW, standing("anna").closed().orElseThrow().reason());
        assertTrue(standing("maria").account().enabled());
    }

    @Test
    public void nobodyConfirmsTheOwnAccountWhileSomebodyElseCan() {
        fixture.put("olle", Set.of(Role.MANAGER), true);
        assertTrue("he has never been here", standing("maria").review().mayConfirm());
        Session other = signedIn("olle", Role.MANAGER);
        assertFalse(standing("maria").review().mayConfirm());
        List<Problem> problems = problems(fixture.reviews.confirm(manager, Set.of("maria", "anna")));
        assertEquals(1, problems.size());
        assertEquals(ErrorCode.NOT_YOURSELF, problems.getFirst().code());
        assertEquals("all or none", List.of(), fixture.uses.store().details());
        fixture.reviews.confirm(other, Set.of("maria")).orElseThrow();
        assertEquals(Optional.of(Fixture.id("olle")), fixture.uses.of("maria").confirmedBy());
        fixture.put("olle", Set.of(Role.MANAGER), false);
        fixture.reviews.confirm(manager, Set.of("maria")).orElseThrow();
        assertEquals(
                "access-confirmed-by-oneself", fixture.uses.store().details().getLast());
    }

    @Test
    public void whoIsNotHereOrClosedIsNotConfirmed() {
        fixture.put("nils", Set.of(Role.PRACTITIONER), false);
        for (Set<String> names : List.of(Set.of("nils", "anna"), Set.of("nobody"))) {
            assertEquals(
                    ErrorCode.NOT_FOUND,
                    problems(fixture.reviews.confirm(manager, names)).getFirst().code());
        }
        assertEquals(
                ErrorCode.REQUIRED,
                problems(fixture.reviews.confirm(manager, Set.of())).getFirst().code());
        assertEquals(List.of(), fixture.uses.store().details());
    }

    /** The operator makes a new manager with hub admin, and she opens the account of the old one again. */
    @Test
    public void theLastManagerIsClosedTooAndANewOneFindsHerAccount() {
        fixture.pass(Duration.ofDays(60));
        fixture.closing.all();
        assertFalse(fixture.store.account("maria").orElseThrow().enabled());
        fixture.train("karin");
        manager = signedIn("karin", Role.MANAGER);
        assertEquals(Reason.DORMANT, standing("maria").closed().orElseThrow().reason());
        assertTrue("she is alone", standing("karin").review().mayConfirm());
    }
}
