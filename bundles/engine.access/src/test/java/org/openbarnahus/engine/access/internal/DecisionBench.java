// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.sdk.testkit.Measured;

/** What one decision about one case costs: of a member of the case, with signed agreement and training, as in the product. */
public final class DecisionBench {
    private static final int MANY = 200_000;
    private static final int ROUNDS = 15;
    private static final int WARM = 5;
    /** Microseconds: issue of the security of the house. */
    private static final double WANTED = 20;

    private static final int CASES = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    private record Asked(CaseFile file, CaseTies ties) {}

    private DecisionBench() {}

    public static void main(String[] arguments) {
        Fixture fixture = new Fixture();
        fixture.put("per", Set.of(Role.PRACTITIONER), true);
        fixture.sign("per");
        fixture.train("per");
        Session session = fixture.signIns
                .signIn(new Credentials("per", Fixture.RIGHT, "1"), "192.0.2.1")
                .orElseThrow()
                .session();
        List<Asked> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(aCase(i));
        }
        long[] nanos = new long[ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < MANY; i++) {
                Asked asked = cases.get(i % CASES);
                Decision decision = fixture.gate.decide(session, Permission.CASE_READ, asked.file, TODAY, asked.ties);
                if (!(decision instanceof Decision.Allowed)) {
                    throw new IllegalStateException("not allowed: " + decision);
                }
            }
            nanos[Math.max(round, 0)] = System.nanoTime() - start;
        }
        Measured.print(
                "decision",
                "us",
                Measured.median(nanos) / 1e3 / MANY,
                WANTED,
                "wanted at most 20 us warm; session, role, membership, agreement and training of a member of " + CASES
                        + " cases, without the rows they are read from");
    }

    private static Asked aCase(int serial) {
        Stamp stamp = new Stamp(Instant.EPOCH, Fixture.id("somebody"));
        CaseFile file = new CaseFile(
                new CaseId(new UUID(0, serial)),
                CaseNumber.of("SE-LKP", 2026, serial + 1),
                Fixture.HOUSE,
                new CaseState.Open(TODAY.minusDays(40)),
                FieldValues.empty(),
                new SnapshotId("s0123456789abcdef"),
                1,
                stamp,
                stamp,
                Optional.empty());
        CaseMember member = CaseMember.granted(file.id(), Fixture.id("per"), stamp, Optional.empty());
        return new Asked(file, CaseTies.of(Optional.of(member), List.of()));
    }
}
