// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.command.Enrol;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.query.Invitation;

/** Two changes of accounts at the same moment do together no more than one after the other. */
public class AtOnceTest extends WatchedHouse {
    /** What happens between looking and doing. */
    private volatile Runnable meanwhile = () -> {};

    @Override
    Instant afterLooking() {
        meanwhile.run();
        return super.afterLooking();
    }

    @Test
    public void ofTwoOfficersWhoAreClosedAtOnceOneStays() throws Exception {
        put("disa", Role.DPO);
        Accounts accounts = accounts();
        Session maria = as("maria");
        meet();
        atOnce(() -> accounts.close(maria, "dora"), () -> accounts.close(maria, "disa"));
        assertTrue(store.stored("dora").enabled() || store.stored("disa").enabled());
    }

    @Test
    public void aCodeThatIsIssuedWhileItsAccountBecomesGraveOpensNothing() throws Exception {
        Accounts accounts = accounts();
        Session maria = as("maria");
        Session karin = as("karin");
        AccountRequest request = second.ask(maria, AccountAct.roles("kalle", Set.of(Role.PRACTITIONER, Role.MANAGER)))
                .orElseThrow();
        List<Outcome<Invitation>> issued = new CopyOnWriteArrayList<>();
        meet();
        atOnce(() -> issued.add(accounts.reissue(maria, "kalle")), () -> second.confirm(karin, request.id()));
        meanwhile = () -> {};
        assertTrue(store.stored("kalle").roles().contains(Role.MANAGER));
        if (issued.getFirst() instanceof Outcome.Done<Invitation> done) {
            Enrol use = new Enrol("kalle", done.value().code(), PASSWORD);
            assertEquals(ErrorCode.ENROLMENT_CODE, code(enrolments.enrol(use, "192.0.2.1")));
        }
    }

    @Test
    public void ofTwoRequestsForTheLastPlaceOneWaits() throws Exception {
        Session maria = as("maria");
        for (int i = 0; i < 29; i++) {
            second.ask(maria, officer("ny-" + i)).orElseThrow();
        }
        meet();
        atOnce(() -> second.ask(maria, officer("nya")), () -> second.ask(maria, officer("nyb")));
        meanwhile = () -> {};
        assertEquals(30, second.waiting(maria).orElseThrow().size());
    }

    private static AccountAct officer(String name) {
        return AccountAct.invite(new NewMember(name, Agency.BARNAHUS, Set.of(Role.DPO)));
    }

    /** A second person may cease to be one between looking and doing. */
    @Test
    public void whoeverIsNoSecondPersonAnyMoreConfirmsNothing() throws Exception {
        Session maria = as("maria");
        Session karin = as("karin");
        AccountRequest request = second.ask(maria, AccountAct.reset("dora")).orElseThrow();
        Accounts accounts = accounts();
        accounts.close(maria, "karin").orElseThrow();
        assertEquals(ErrorCode.NOT_YOURSELF, code(second.confirm(karin, request.id())));
    }

    /** Two who could both be in between looking and doing are. */
    private void meet() {
        CyclicBarrier both = new CyclicBarrier(2);
        meanwhile = () -> {
            try {
                both.await(300, TimeUnit.MILLISECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                LockSupport.parkNanos(1); // alone, as it should be
            }
        };
    }

    private static void atOnce(Runnable one, Runnable other) throws InterruptedException {
        Thread first = Thread.ofPlatform().start(one);
        Thread second = Thread.ofPlatform().start(other);
        first.join();
        second.join();
    }
}
