// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.OutboxListener;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;

/** A store on a database of its own, for tests and benchmarks. */
final class StoreFixture implements AutoCloseable {
    final TestKeys keys = new TestKeys();
    final Settings settings;
    final Path files;
    final List<OutboxEvent> events = new CopyOnWriteArrayList<>();
    volatile Optional<OutboxListener> listener = Optional.of(events::add);
    private final Optional<PostgresServer> server;
    private OpenStore store;

    private StoreFixture(Settings settings, Path files, Optional<PostgresServer> server) {
        this.settings = settings;
        this.files = files;
        this.server = server;
        open();
    }

    /** On H2: AES file in a temporary directory, which takes several houses. */
    static StoreFixture onH2() {
        try {
            Path files = Files.createTempDirectory("openbarnahus-h2");
            String url = "jdbc:h2:file:" + files + "/db;CIPHER=AES;WRITE_DELAY=0";
            return new StoreFixture(Settings.of(url, "openbarnahus", "").unlock(), files, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a PostgreSQL server of its own. */
    static StoreFixture on(PostgresServer server) {
        return new StoreFixture(server.settings(), server.files(), Optional.of(server));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    void open() {
        store = new OpenStore(
                settings, keys, () -> Samples.NOW, () -> listener.map(List::of).orElse(List.of()));
    }

    /** Closes the store and leaves the database. */
    void shut() {
        store.close();
    }

    @Override
    public void close() {
        store.close();
        try {
            if (server.isPresent()) {
                server.get().close();
            } else {
                delete(files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OpenStore store() {
        return store;
    }

    <T> T read(ServiceId house, java.util.function.Function<ReadUnit, T> work) {
        return store.tenants().read(house, work);
    }

    <T> T write(ServiceId house, java.util.function.Function<WriteUnit, Written<T>> work) {
        return store.tenants().write(house, work);
    }

    /** A new house, so that tests on one database do not meet. */
    ServiceId newHouse() {
        ServiceId id = new ServiceId(UUID.randomUUID());
        store.site().insert(Samples.house(id), Samples.audit(id, id.toString()));
        return id;
    }

    UserId newManager(ServiceId house) {
        UserId id = new UserId(UUID.randomUUID());
        AccountRecord account = new AccountRecord(
                id, house, "u-" + id, Agency.BARNAHUS, Set.of(Role.MANAGER), true, "hash", new byte[] {1}, 1);
        store.site().insert(account, Samples.audit(house, "account"));
        return id;
    }

    CaseFile save(CaseFile file) {
        return write(file.service(), unit -> {
            unit.insert(file);
            return Samples.written(file.service(), file);
        });
    }

    CaseFile saveNext(CaseFile file) {
        return write(file.service(), unit -> {
            unit.update(file);
            return Samples.written(file.service(), file);
        });
    }

    /** A connection of somebody whom no policy binds. */
    Connection anybody() throws SQLException {
        return server.isPresent() ? server.get().superuser() : store.database().connection();
    }

    long count(String sql, Object... parameters) {
        try (Connection connection = anybody()) {
            return Sql.query(connection, sql, row -> row.getLong(1), parameters).get(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As somebody who owns the database might. */
    void sql(String statement) {
        try (Connection connection = anybody()) {
            Sql.execute(connection, statement);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for what another thread brings about; fails after ten seconds. */
    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen within ten seconds");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    static <T> Written<T> auditOnly(ServiceId service, T value) {
        return new Written<>(value, List.of(Samples.audit(service, "x")), List.of());
    }
}
