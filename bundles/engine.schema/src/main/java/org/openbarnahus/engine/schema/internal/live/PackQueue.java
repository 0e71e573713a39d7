// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers changes for a moment, so that ten bundles starting together make one composition and not ten. */
final class PackQueue {
    private static final Logger LOG = LoggerFactory.getLogger(PackQueue.class);
    private static final long GATHER_MILLIS = 150;

    private final SchemaHouse house;
    private final ScheduledExecutorService thread;
    private final List<Consumer<PackShelf>> changes = new ArrayList<>();
    private boolean planned;

    PackQueue(SchemaHouse house, ScheduledExecutorService thread) {
        this.house = house;
        this.thread = thread;
    }

    void put(PackFiles files) {
        add(shelf -> shelf.put(files));
    }

    void remove(String source, String folder) {
        add(shelf -> shelf.remove(PackShelf.key(source, folder)));
    }

    synchronized void add(Consumer<PackShelf> change) {
        changes.add(change);
        if (planned) {
            return;
        }
        try {
            thread.schedule(this::apply, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            planned = true;
        } catch (RejectedExecutionException e) {
            LOG.debug("a pack changed while the product stops");
        }
    }

    private void apply() {
        List<Consumer<PackShelf>> gathered;
        synchronized (this) {
            gathered = List.copyOf(changes);
            changes.clear();
            planned = false;
        }
        try {
            house.change(gathered);
        } catch (RuntimeException e) {
            LOG.error("the packs could not be composed; what ran before stays", e);
        }
    }
}
