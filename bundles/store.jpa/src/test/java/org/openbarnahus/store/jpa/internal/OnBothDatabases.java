// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.Assume;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.openbarnahus.core.model.id.ServiceId;

/** Runs every test on H2 and on PostgreSQL; both are opened once and shared by all tests, each in a house of its own. */
@RunWith(Parameterized.class)
public abstract class OnBothDatabases {
    /** The databases. */
    @SuppressWarnings("ImmutableEnumChecker") // each opens its database once
    enum Kind {
        H2 {
            @Override
            Optional<StoreFixture> start() {
                return Optional.of(StoreFixture.onH2());
            }
        },
        POSTGRESQL {
            @Override
            Optional<StoreFixture> start() {
                return PostgresServer.start().map(StoreFixture::on);
            }
        };

        private boolean tried;
        private @Nullable StoreFixture started;

        abstract Optional<StoreFixture> start();

        synchronized Optional<StoreFixture> fixture() {
            if (!tried) {
                tried = true;
                start().ifPresent(fixture -> {
                    started = fixture;
                    Runtime.getRuntime().addShutdownHook(new Thread(fixture::close));
                });
            }
            return Optional.ofNullable(started);
        }
    }

    @Parameter
    public Kind kind = Kind.H2;

    StoreFixture db;
    ServiceId house;

    @Parameters(name = "{0}")
    public static Kind[] kinds() {
        return Kind.values();
    }

    @Before
    public final void open() {
        Optional<StoreFixture> fixture = kind.fixture();
        Assume.assumeTrue(PostgresServer.MISSING, fixture.isPresent());
        db = fixture.get();
        house = db.newHouse();
    }

    static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
