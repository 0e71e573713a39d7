// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.Test;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;

/** What is shipped, and what a site may set. */
public class PacesTest {
    private final Fixture fixture = new Fixture();
    private final Session anna = fixture.signIns
            .signIn(new Credentials("anna", Fixture.RIGHT, "1"), "192.0.2.1")
            .orElseThrow()
            .session();

    private static PaceConfig config(Map<String, Integer> set) {
        return (PaceConfig) Proxy.newProxyInstance(
                PaceConfig.class.getClassLoader(),
                new Class<?>[] {PaceConfig.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), (Integer) method.getDefaultValue()));
    }

    private Session of(ServiceId house) {
        Actor own = anna.actor();
        Actor other = new Actor(
                own.user(), own.username(), house, own.serviceCode(), own.country(), own.agency(), own.roles());
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> other);
    }

    private static Optional<Problem> problem(Outcome<Boolean> narrowed) {
        assertTrue(narrowed instanceof Outcome.Refused || narrowed.equals(Outcome.done(true)));
        return narrowed instanceof Outcome.Refused<Boolean> refused
                ? refused.problems().stream().findFirst()
                : Optional.empty();
    }

    private static int until(Supplier<Optional<Problem>> question) {
        int free = 0;
        while (free < 20_000 && question.get().isEmpty()) {
            free++;
        }
        return free;
    }

    @Test
    public void whatIsShippedIsThePaceOfAPerson() {
        Paces paces = new Paces(fixture.time, config(Map.of()));
        assertEquals(120, until(() -> paces.write(anna)));
        assertEquals(Optional.of(Problem.at(ErrorCode.TOO_FAST, "", "seconds", "1")), paces.write(anna));
        fixture.pass(Duration.ofMinutes(1));
        assertEquals("one a second", 60, until(() -> paces.write(anna)));
        assertEquals(60, until(() -> paces.file(anna)));
        fixture.pass(Duration.ofMinutes(10));
        assertEquals(10, until(() -> paces.file(anna)));
        int[] number = {0};
        assertEquals(200, until(() -> paces.show(anna, new CaseId(new UUID(1, number[0]++)))));
        assertEquals(
                Optional.of(Problem.of(ErrorCode.STEP_UP_REQUIRED)), paces.show(anna, new CaseId(new UUID(1, 999))));
        assertEquals(60, until(() -> problem(paces.narrow(anna, "question " + number[0]++))));
        assertEquals(Outcome.done(false), paces.narrow(anna, "question " + (number[0] - 2)));
        assertEquals(200, until(() -> {
            Optional<Problem> wait = paces.list(anna);
            paces.listed(anna, 50);
            return wait;
        }));
    }

    /** On any machine: while one house's files are worked on, another house's figures are. */
    @Test
    public void twoHousesWorkAtTheSameTimeAtLeast() {
        Paces paces = new Paces(fixture.time, config(Map.of("heavy_in_line", 0)));
        Session other = of(Fixture.OTHER_HOUSE);
        Outcome<Outcome<String>> both =
                paces.heavy(anna, () -> Outcome.done(paces.heavy(other, () -> Outcome.done("done"))));
        assertEquals(Outcome.done(Outcome.done("done")), both);
    }

    @Test
    public void aSiteMaySetItAndItAppliesAtOnce() {
        Paces paces = new Paces(fixture.time, config(Map.of()));
        until(() -> paces.write(anna));
        paces.changed(config(Map.of("writes_burst", 500, "reading_cases", 1)));
        assertEquals(500, until(() -> paces.write(anna)));
        int[] number = {0};
        assertEquals("never fewer than ten", 10, until(() -> paces.show(anna, new CaseId(new UUID(1, number[0]++)))));
    }
}
