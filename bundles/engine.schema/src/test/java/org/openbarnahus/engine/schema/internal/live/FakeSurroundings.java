// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.store.SiteStore;

/** The product around the schema house, as a test sees it. */
final class FakeSurroundings implements Surroundings {
    @Nullable
    FakeStore store;

    final List<String> told = new ArrayList<>();
    int packsTold;
    Set<String> ready = Set.of();
    private final LinkedBlockingQueue<String> changes = new LinkedBlockingQueue<>();

    @Override
    public Optional<SiteStore> store() {
        return Optional.ofNullable(store);
    }

    @Override
    public void schemaChanged(String country) {
        told.add(country);
        changes.add(country);
    }

    @Override
    public void packsChanged() {
        packsTold++;
    }

    @Override
    public void ready(Set<String> countries) {
        ready = new TreeSet<>(countries);
    }

    /** Waits for the next change to be announced. */
    String awaitChange() throws InterruptedException {
        String country = changes.poll(30, TimeUnit.SECONDS);
        if (country == null) {
            throw new AssertionError("no change was announced");
        }
        return country;
    }
}
