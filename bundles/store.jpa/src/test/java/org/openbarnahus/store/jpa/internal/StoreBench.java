// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.store.RequestRecord;

/** Rough numbers of the store alone: {@code StoreBench h2|postgresql [cases in the table]}. */
public final class StoreBench {
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private StoreBench() {}

    public static void main(String[] arguments) throws Exception {
        int cases = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        try (StoreFixture db = arguments[0].equals("h2")
                ? StoreFixture.onH2()
                : StoreFixture.on(PostgresServer.start().orElseThrow())) {
            ServiceId house = db.newHouse();
            writes(db, house, 1, 500);
            writes(db, house, 1, 1_500);
            writes(db, house, 8, 4_000);
            reads(db, house);
            fill(db, house, cases);
            pages(db, house);
            histories(db, house);
        }
    }

    private static void writes(StoreFixture db, ServiceId house, int clients, int count) throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int c = 0; c < clients; c++) {
            work.add(() -> {
                for (int i = 0; i < count / clients; i++) {
                    writeOne(db, house);
                }
                return count;
            });
        }
        long start = System.nanoTime();
        long syncs = db.store().syncs();
        OnBothDatabases.together(work);
        report("case with two entries, " + clients + " clients", count, start);
        System.out.println("  syncs " + (db.store().syncs() - syncs));
    }

    private static void writeOne(StoreFixture db, ServiceId house) {
        db.write(house, unit -> {
            var number = unit.nextNumber("SE-LKP", 2026);
            CaseFile plain = Samples.aCase(house, SERIAL.incrementAndGet(), Samples.everyKind());
            CaseFile file = new CaseFile(
                    plain.id(),
                    number,
                    house,
                    plain.state(),
                    plain.values(),
                    plain.snapshot(),
                    1,
                    plain.created(),
                    plain.changed(),
                    plain.nextDue());
            unit.insert(file);
            FieldValues note = new FieldValues(Map.of(CoreField.NOTE, new TextValue("a short note")));
            unit.insert(Samples.entry(file.id(), LocalDate.of(2026, 3, 1), note));
            unit.insert(Samples.entry(file.id(), LocalDate.of(2026, 3, 2), note));
            unit.insert(new RequestRecord("u", file.id().toString(), "f", "case", "x", 1, Samples.NOW));
            return Samples.written(house, file);
        });
    }

    private static void reads(StoreFixture db, ServiceId house) {
        List<CaseId> ids = db.read(house, unit -> unit.page(CaseQuery.firstPage(200))).rows().stream()
                .map(row -> row.id())
                .toList();
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 3_000; i++) {
                CaseId id = ids.get(i % ids.size());
                db.read(
                        house,
                        unit -> unit.findCase(id).orElseThrow().version()
                                + unit.timeline(id).size());
            }
            report("case with its timeline", 3_000, start);
        }
    }

    private static void fill(StoreFixture db, ServiceId house, int cases) {
        long start = System.nanoTime();
        for (int done = 0; done < cases; done += 500) {
            db.write(house, unit -> {
                for (int i = 0; i < 500; i++) {
                    int serial = 100_000 + SERIAL.incrementAndGet();
                    CaseFile file = Samples.aCase(house, serial, Samples.plain(LocalDate.of(2026, 1, 1)));
                    unit.insert(file);
                    unit.insert(Samples.entry(file.id(), LocalDate.of(2026, 3, 1), FieldValues.empty()));
                }
                return Samples.written(house, true);
            });
        }
        report("case with one entry, 500 in a transaction", cases, start);
    }

    private static void pages(StoreFixture db, ServiceId house) throws Exception {
        CaseQuery newest = CaseQuery.firstPage(50);
        CaseQuery due = new CaseQuery("", Set.of(), Map.of(), CaseQuery.Sort.NEXT_DUE, false, 0, 50);
        CaseQuery state = new CaseQuery("", Set.of("referred"), Map.of(), CaseQuery.Sort.CHANGED, true, 0, 50);
        CaseQuery search = new CaseQuery("1042", Set.of(), Map.of(), CaseQuery.Sort.CHANGED, true, 0, 50);
        CaseQuery suspicion = new CaseQuery(
                "", Set.of(), Map.of(CoreField.SUSPICION, Set.of("sexual_abuse")), CaseQuery.Sort.CHANGED, true, 0, 50);
        for (var query : Map.of("newest", newest, "due", due, "state", state, "search", search, "suspicion", suspicion)
                .entrySet()) {
            for (int round = 0; round < 2; round++) {
                long start = System.nanoTime();
                for (int i = 0; i < 30; i++) {
                    db.store().forgetTotals(house);
                    db.read(house, unit -> unit.page(query.getValue()));
                }
                report("page, total counted: " + query.getKey(), 30, start);
            }
            long start = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                db.read(house, unit -> unit.page(query.getValue()));
            }
            report("page, total known: " + query.getKey(), 100, start);
        }
        bare(db, house);
    }

    private static void bare(StoreFixture db, ServiceId house) throws Exception {
        try (var connection = db.anybody()) {
            for (int round = 0; round < 3; round++) {
                long start = System.nanoTime();
                for (int i = 0; i < 30; i++) {
                    Sql.query(
                            connection,
                            "select id, case_number, state, case_date, age, sex, municipality, suspicion, next_due,"
                                    + " next_due_rule, changed_at from case_record where service = ?"
                                    + " order by service, changed_at desc, id desc limit 50",
                            row -> row.getString(2),
                            house.value());
                    Sql.query(
                            connection,
                            "select count(*) from case_record where service = ?",
                            row -> row.getLong(1),
                            house.value());
                }
                report("bare SQL of the newest page with its total", 30, start);
            }
        }
    }

    private static void histories(StoreFixture db, ServiceId house) {
        long start = System.nanoTime();
        int[] seen = {0};
        db.read(house, unit -> {
            unit.forEachHistory(history -> seen[0]++);
            return seen;
        });
        report("history", seen[0], start);
    }

    private static void report(String what, int count, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-50s %8.0f/s %10.3f ms%n", what, count / seconds, seconds * 1000 / count);
    }
}
