// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;

import java.util.Set;
import java.util.function.Function;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.service.CaseService;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.store.DuplicateRequestException;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;
import org.openbarnahus.engine.casework.fake.House;

public class RacingRequestTest {
    private final House house = new House();
    private final RequestKey key = new RequestKey("same", "");

    @Test
    public void theSlowerOfTwoEqualRequestsGetsTheAnswerOfTheFaster() {
        CaseFile[] faster = new CaseFile[1];
        CaseService slower = over(new LosingStore(() -> {
            faster[0] =
                    house.cases.open(House.coordinator(), House.openCase(), key).orElseThrow();
            throw new DuplicateRequestException();
        }));

        Outcome<CaseFile> answer = open(slower, House.openCase());
        assertEquals(Outcome.done(faster[0]), answer);
        assertEquals(1, house.store.data(House.LKP).cases.size());
    }

    @Test
    public void theSlowerOfTwoDifferentRequestsIsRefused() {
        CaseService slower = over(new LosingStore(() -> {
            house.cases.open(House.coordinator(), House.openCase(), key);
            throw new DuplicateRequestException();
        }));

        assertEquals(
                ErrorCode.REQUEST_KEY_REUSED,
                SaveGatesTest.problems(open(slower, House.referredCase()))
                        .getFirst()
                        .code());
    }

    @Test
    public void aLostRaceForAVersionIsStale() {
        CaseService slower = over(new LosingStore(() -> {
            throw new StaleVersionException();
        }));

        assertEquals(
                ErrorCode.STALE,
                SaveGatesTest.problems(open(slower, House.openCase()))
                        .getFirst()
                        .code());
    }

    private Outcome<CaseFile> open(CaseService service, OpenCase command) {
        return service.open(House.coordinator(), command, key);
    }

    private CaseService over(TenantStore store) {
        return new Casework(
                () -> Set.of("SE"),
                house.gates,
                house.gates,
                house.gates,
                house.gates,
                store,
                house.site,
                house.time,
                house.pace);
    }

    /** Somebody else commits while this store's write is under way. */
    private final class LosingStore implements TenantStore {
        private final Runnable meanwhile;

        LosingStore(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public <T> T read(ServiceId tenant, Function<ReadUnit, T> work) {
            return house.store.read(tenant, work);
        }

        @Override
        public <T> T write(ServiceId tenant, Function<WriteUnit, Written<T>> work) {
            return house.store.write(tenant, unit -> {
                Written<T> lost = work.apply(unit);
                meanwhile.run();
                throw new IllegalStateException(
                        "this transaction loses " + lost.audit().size());
            });
        }
    }
}
