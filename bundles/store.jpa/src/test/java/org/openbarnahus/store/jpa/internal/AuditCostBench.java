// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.RequestRecord;
import org.openbarnahus.sdk.testkit.Measured;

/**
 * What the audit trail costs of a write: the same transaction of the store with and without its entries, in turns.
 * {@code AuditCostBench h2|pg}. The whole of a save does more beside the store, so its share there is smaller.
 */
public final class AuditCostBench {
    private static final int PAIRS = 3_000;
    private static final int WARM = 1_500;

    private final StoreFixture db;
    private final ServiceId house;
    private final Transactions transactions;
    private final AuditChain chain;
    private final Rooms rooms;

    private AuditCostBench(StoreFixture db) {
        this.db = db;
        house = db.newHouse();
        transactions = new Transactions(db.store().database(), Duration.ofSeconds(10));
        chain = new AuditChain(db.store().database());
        rooms = Rooms.of(db.store().database(), db.keys, new CaseTotals());
    }

    public static void main(String[] arguments) throws Exception {
        boolean embedded = arguments[0].equals("h2");
        try (StoreFixture db = embedded
                ? StoreFixture.onH2()
                : StoreFixture.on(PostgresServer.start().orElseThrow())) {
            new AuditCostBench(db).measure("audit-" + arguments[0]);
        }
        System.exit(0); // threads of the database's own
    }

    private void measure(String name) {
        long[] with = new long[PAIRS];
        long[] without = new long[PAIRS];
        for (int i = -WARM; i < PAIRS; i++) {
            int place = Math.max(i, 0);
            with[place] = write(i, true);
            without[place] = write(i, false);
        }
        double cost = Measured.median(with) - Measured.median(without);
        Measured.print(
                name,
                "ms",
                cost / 1e6,
                Measured.median(with) / 1e6,
                "wanted ratio <= 0.15; two entries of the trail, beside the whole transaction of a case with an entry, one client, "
                        + "medians of " + PAIRS
                        + " in turns with and without; in the store alone, which is a part of a save");
    }

    private long write(int serial, boolean audited) {
        CaseFile file = Samples.aCase(house, 500_000 + serial * 2 + (audited ? 0 : 1), Samples.everyKind());
        List<AuditEntry> entries = audited ? List.of(Samples.audit(house, "x"), Samples.audit(house, "y")) : List.of();
        long start = System.nanoTime();
        transactions.write(Scope.of(house), t -> {
            WritingUnit unit = new WritingUnit(t, house, rooms);
            unit.insert(file);
            unit.insert(Samples.entry(file.id(), LocalDate.of(2026, 3, 1), FieldValues.empty()));
            unit.insert(new RequestRecord("u", file.id().toString(), "f", "case", "x", 1, Samples.NOW));
            unit.finish(List.of(), entries, chain);
            return file;
        });
        return System.nanoTime() - start;
    }
}
