// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.LocalKeyService;
import org.openbarnahus.core.service.query.KeyState;
import org.openbarnahus.core.service.store.HouseKeyStore;
import org.openbarnahus.core.service.store.KeyAge;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.RootKeys;
import org.openbarnahus.core.service.store.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings houses under new keys, a few cases with each transaction, which also writes down how far it is: whatever ends the
 * program, the next start goes on from there. One house at a time.
 */
final class KeyRotations implements LocalKeyService, HouseKeyStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotations.class);
    private static final int AT_ONCE = 10;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String SELECT =
            "select service, started_at, after_case, cases, texts, finished_at from key_rotation where service = ?";

    private final AuditedSql sql;
    private final KeyService keys;
    private final TimeSource time;
    private final Supplier<List<ServiceId>> houses;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("openbarnahus-key-rotation").daemon().factory());
    private volatile boolean closing;

    KeyRotations(AuditedSql sql, KeyService keys, TimeSource time, Supplier<List<ServiceId>> houses) {
        this.sql = sql;
        this.keys = keys;
        this.time = time;
        this.houses = houses;
    }

    /** What a stop has interrupted, or an older copy of the keys has lost. */
    void resume() {
        if (!keys.root().done() && keys.rewrap().done()) {
            sql.audited(ofTheRoot("root-rotation-finished"), c -> {});
        }
        rotations().stream()
                .filter(each -> each.finished().isEmpty())
                .forEach(each -> thread.execute(() -> run(each.house())));
        houses.get().forEach(this::findAgain);
    }

    private void findAgain(ServiceId house) {
        long lost = sql.of(house).read(c -> JpaOutsideIdentityStore.lost(c, keys, house));
        if (lost > 0) {
            sql.of(house).audited(entry(Optional.of(house), "index", "identities-found-again"), c -> {
                JpaOutsideIdentityStore.reindex(c, keys, house);
            });
            LOG.warn("the keys are those of an older copy: {} identities outside are found again", lost);
        }
    }

    @Override
    public Rotation rotate(ServiceId house) {
        Rotation begun = begin(house);
        thread.execute(() -> run(house));
        return begun;
    }

    @Override
    public void renew(ServiceId house, AuditEntry audit) {
        begin(house, audit);
        thread.execute(() -> run(house));
    }

    @Override
    public KeyState state(ServiceId house) {
        Optional<KeyState.Rotation> last = find(house)
                .map(each -> new KeyState.Rotation(each.started(), each.cases(), each.texts(), each.finished()));
        boolean overdue =
                keys.ages().stream().anyMatch(age -> age.key().equals("tenant-" + house) && age.overdue(time.now()));
        return sql.of(house).read(c -> new KeyCounts(keys, house).state(c, overdue, last));
    }

    Rotation begin(ServiceId house) {
        return begin(house, entry(house, "rotation-started"));
    }

    /** A new key and a new row, unless one is on its way. The key first: without it there would be nothing to go to. */
    synchronized Rotation begin(ServiceId house, AuditEntry audit) {
        Optional<Rotation> known = find(house);
        if (known.filter(each -> each.finished().isEmpty()).isPresent()) {
            return known.get();
        }
        keys.renew(house);
        Instant now = time.now();
        sql.of(house).audited(audit, c -> {
            Sql.update(c, "delete from key_rotation where service = ?", house.value());
            Sql.update(
                    c,
                    "insert into key_rotation (service, started_at, after_case, cases, texts) values (?, ?, ?, 0, 0)",
                    house.value(),
                    now,
                    FIRST);
        });
        return new Rotation(house, now, 0, 0, Optional.empty());
    }

    /** Written down before anything is done: a new root key that the trail knows nothing of would look like somebody else's. */
    @Override
    public RootKeys rotateRoot() {
        sql.audited(ofTheRoot("root-rotation-started"), c -> {});
        RootKeys done = keys.renewRoot();
        if (done.done()) {
            sql.audited(ofTheRoot("root-rotation-finished"), c -> {});
        }
        return done;
    }

    @Override
    public RootKeys root() {
        return keys.root();
    }

    /** A stop in between leaves some of it under the keys of before, which go on opening it; the next time takes all. */
    @Override
    public void rotateSite() {
        sql.audited(entry(Optional.empty(), "site", "rotation-started"), c -> {});
        keys.renewSite();
        for (ServiceId house : houses.get()) {
            sql.of(house).write(c -> new SiteMove(keys, house).run(c));
        }
        sql.audited(entry(Optional.empty(), "site", "rotation-finished"), c -> {});
    }

    @Override
    public List<KeyAge> ages() {
        return keys.ages();
    }

    private void run(ServiceId house) {
        try {
            while (!closing && step(house)) {
                // a few cases at a time, with room for others in between
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "new keys of house {} are not everywhere yet; the next start goes on: {}",
                    house,
                    e.getClass().getSimpleName());
        }
    }

    /** One transaction; false when there is nothing left to do. */
    boolean step(ServiceId house) {
        return sql.of(house).write(c -> {
            Optional<UUID> after = Sql.query(
                            c,
                            "select after_case from key_rotation where service = ? and finished_at is null for update",
                            row -> row.getObject(1, UUID.class),
                            house.value())
                    .stream()
                    .findFirst();
            if (after.isEmpty()) {
                return false;
            }
            KeyMove move = new KeyMove(keys, house);
            KeyMove.Done done = move.cases(c, after.get(), AT_ONCE);
            if (done.end()) {
                finish(c, house, move.ofTheHouse(c));
                return false;
            }
            Sql.update(
                    c,
                    "update key_rotation set after_case = ?, cases = cases + ?, texts = texts + ? where service = ?",
                    done.last(),
                    done.cases(),
                    done.texts(),
                    house.value());
            return true;
        });
    }

    private void finish(java.sql.Connection connection, ServiceId house, int texts) throws SQLException {
        Sql.update(
                connection,
                "update key_rotation set texts = texts + ?, finished_at = ? where service = ?",
                texts,
                time.now(),
                house.value());
        sql.chain().append(connection, List.of(entry(house, "rotation-finished")));
    }

    private AuditEntry entry(ServiceId house, String detail) {
        return entry(Optional.of(house), "tenant-" + house, detail);
    }

    private AuditEntry ofTheRoot(String detail) {
        return entry(Optional.empty(), "root", detail);
    }

    private AuditEntry entry(Optional<ServiceId> house, String key, String detail) {
        return new AuditEntry(
                time.now(),
                house,
                Optional.empty(),
                "local",
                Purpose.ADMINISTRATION,
                AuditEntry.Action.CONFIGURE,
                "key",
                key,
                AuditEntry.Result.DONE,
                Set.of(),
                "local," + detail);
    }

    @Override
    public List<Rotation> rotations() {
        return houses.get().stream().flatMap(house -> find(house).stream()).toList();
    }

    private Optional<Rotation> find(ServiceId house) {
        return sql.of(house).first(SELECT, KeyRotations::rotation, house.value());
    }

    private static Rotation rotation(ResultSet row) throws SQLException {
        return new Rotation(
                new ServiceId(row.getObject("service", UUID.class)),
                Sql.instant(row, "started_at"),
                row.getLong("cases"),
                row.getLong("texts"),
                Optional.ofNullable(row.getObject("finished_at", LocalDateTime.class))
                        .map(UtcInstant::instant));
    }

    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        try {
            thread.awaitTermination(5, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
