// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.retention;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.rule.Citation;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.rule.RetentionRule.Start;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.RetentionService;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.RetentionProposal;
import org.openbarnahus.engine.casework.fake.House;
import org.openbarnahus.engine.casework.fake.MemoryRetention;
import org.openbarnahus.engine.casework.fake.SmallLaw;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;

/** The clock proposes what is due, once, and takes back what is not due any more. Nobody's case is erased by it. */
public class DueCasesTest {
    private static final Citation LAW = new Citation("Act 1, section 9", Optional.empty(), false);
    private static final RetentionRule TWO_MONTHS = rule("se.short", Start.CLOSED, 2);

    private final House house = new House();
    private final MemoryRetention store = new MemoryRetention(house.store);
    private final RetentionService service =
            new Proposals(house.gates, house.gates, house.store, store, house.site, house.time, house.pace);
    private final DueCases clock =
            new DueCases(house.gates, house.store, store, house.site, new ServiceClock(house.time, house.site));
    private final Session manager = House.coordinator();
    private CaseFile file;

    private static RetentionRule rule(String id, Start start, int months) {
        return new RetentionRule(id, "se", start, months, Condition.ALWAYS, LAW, Optional.empty(), Optional.empty());
    }

    @Before
    public void closedFiveDaysAgo() {
        file = house.cases
                .open(
                        manager,
                        new OpenCase(
                                House.values().with(CoreField.PROSECUTION, new FieldValue.CodeValue("no")),
                                List.of(House.closure(5), House.accepted(20))),
                        RequestKey.fresh())
                .orElseThrow();
        law(TWO_MONTHS);
    }

    private void law(RetentionRule... rules) {
        house.gates.law = Optional.of(SmallLaw.keeping(rules));
    }

    private List<RetentionProposal> after(int days) {
        house.now = house.now.plus(Duration.ofDays(days));
        clock.all();
        return service.proposals(manager).orElseThrow();
    }

    @Test
    public void theDayAfterTheLastOneItIsProposedAndOnlyOnce() {
        LocalDate until = House.TODAY.minusDays(5).plusMonths(2);
        int left = (int) (until.toEpochDay() - House.TODAY.toEpochDay());
        assertEquals(List.of(), after(left));
        RetentionProposal proposal = after(1).getFirst();
        assertEquals(file.id(), proposal.caseId());
        assertEquals(until, proposal.until());
        assertEquals(TWO_MONTHS, proposal.rule());
        assertFalse(proposal.held());
        assertEquals(1, after(1).size());
        assertEquals(1, store.audit.size());
        AuditEntry entry = store.audit.getFirst();
        assertEquals("retention-proposed rule:se.short kept-until:" + until, entry.detail());
        assertEquals(file.id().toString(), entry.objectId());
        assertEquals("by nobody", Optional.empty(), entry.user());
        assertTrue(house.cases.find(manager, file.id()) instanceof Outcome.Done<?>);
    }

    @Test
    public void theRuleThatKeepsLongestDecides() {
        law(TWO_MONTHS, rule("se.long", Start.BORN, 240));
        assertEquals("nothing for twenty years", List.of(), after(90));
        assertEquals("se.long", after(20 * 366).getFirst().rule().id());
    }

    @Test
    public void whatIsNotDueByTheLawOfNowIsTakenBack() {
        assertEquals(1, after(90).size());
        law(rule("se.short", Start.CLOSED, 12));
        assertEquals(List.of(), after(1));
        assertEquals("retention-withdrawn rule:se.short", store.audit.getLast().detail());
        law(rule("se.other", Start.CLOSED, 1));
        assertEquals("se.other", after(1).getFirst().rule().id());
        law(rule("se.third", Start.CLOSED, 1));
        assertEquals("se.third", after(1).getFirst().rule().id());
        assertEquals(5, store.audit.size());
    }

    @Test
    public void whileTheLawIsAwayNothingIsProposedAndNothingTakenBack() {
        assertEquals(1, after(90).size());
        house.gates.law = Optional.empty();
        clock.all();
        assertEquals(1, store.proposals(House.LKP).size());
        assertEquals("not shown without its rule", List.of(), after(1));
        law();
        assertEquals("no rule any more", List.of(), after(1));
        assertEquals(List.of(), store.proposals(House.LKP));
    }

    @Test
    public void aHoldIsShownAndLookingNowIsEnough() {
        house.now = house.now.plus(Duration.ofDays(90));
        store.hold(file, manager.actor().user());
        assertTrue(service.look(manager).orElseThrow().getFirst().held());
        assertEquals(List.of(), service.look(House.neighbour()).orElseThrow());
        house.gates.denyRole = Optional.of("role");
        for (Outcome<?> outcome : List.of(service.look(manager), service.proposals(manager))) {
            assertEquals(
                    ErrorCode.DENIED,
                    ((Outcome.Refused<?>) outcome).problems().getFirst().code());
        }
    }
}
