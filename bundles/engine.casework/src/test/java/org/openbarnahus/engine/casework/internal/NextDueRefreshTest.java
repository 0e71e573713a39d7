// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.After;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.engine.casework.fake.House;

public class NextDueRefreshTest {
    private static final LocalDate SOON = House.TODAY.plusDays(4);
    private final House house = new House();
    private final NextDueRefresh refresh =
            new NextDueRefresh(house.gates, house.gates, house.store, house.site, house.time);

    @After
    public void stop() {
        refresh.stop();
    }

    @Test
    public void openCasesLearnANewLimit() {
        CaseFile file = house.cases
                .open(House.coordinator(), House.openCase(), RequestKey.fresh())
                .orElseThrow();
        house.gates.verdicts =
                (history, day) -> List.of(House.verdict("se.new", Verdict.State.RUNNING, Optional.of(SOON)));

        refresh.refresh("SE");

        CaseFile after = house.store.data(House.LKP).findCase(file.id()).orElseThrow();
        assertEquals(Optional.of(new NextDue(SOON, "se.new")), after.nextDue());
        assertEquals(2, after.version());
        assertEquals(file.changed(), after.changed());
        AuditEntry audit = house.store.audit(House.LKP).getLast();
        assertEquals(AuditEntry.Action.CONFIGURE, audit.action());
        assertEquals("cases:1", audit.detail());
    }

    @Test
    public void whereNothingChangesNothingIsWritten() {
        house.cases.open(House.coordinator(), House.openCase(), RequestKey.fresh());
        int commits = house.store.data(House.LKP).commits;

        refresh.refresh("SE");
        refresh.refresh("NO");

        assertEquals(commits, house.store.data(House.LKP).commits);
    }
}
