// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.OutboxListener;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts of every house: read once, then kept up to date by what the outbox reports. A reported case stays on a list and is
 * read before the next answer, so that no figure is quietly wrong; many are read together, so that saves cost little.
 */
@Component(service = {Facts.class, OutboxListener.class})
public final class Facts implements OutboxListener {
    private static final Logger LOG = LoggerFactory.getLogger(Facts.class);

    /** So many cases wait before they are read without anybody asking. */
    static final int MOST_BEHIND = 500;

    private final TenantStore store;
    private final SiteStore site;
    private final Map<ServiceId, House> houses = new ConcurrentHashMap<>();

    @Activate
    public Facts(@Reference TenantStore store, @Reference SiteStore site) {
        this.store = store;
        this.site = site;
    }

    @Activate
    void loadAhead() {
        Thread.ofVirtual().name("facts-load").start(this::load);
    }

    /** Only saves the first visitor the wait: a house that is not loaded here is loaded when it is asked for. */
    void load() {
        try {
            for (BarnahusRecord house : site.services()) {
                of(house.id());
            }
        } catch (StoreUnavailableException e) {
            LOG.warn("facts are not loaded yet, because the database does not answer");
        }
    }

    /**
     * Facts that include every save reported so far.
     *
     * @throws StoreUnavailableException when they must be read and cannot be
     */
    FactTable of(ServiceId service) {
        return house(service).current();
    }

    @Override
    public void happened(OutboxEvent event) {
        if (event.topic().equals(OutboxEvent.CASE_SAVED)) {
            House house = house(event.service());
            house.behind.add(CaseId.of(event.objectId()));
            if (house.behind.size() < MOST_BEHIND) {
                return;
            }
            try {
                house.catchUp();
            } catch (StoreUnavailableException e) {
                LOG.warn("facts of some cases are not up to date yet, because the database does not answer");
            }
        }
    }

    private House house(ServiceId service) {
        return houses.computeIfAbsent(service, House::new);
    }

    private final class House {
        private final ServiceId service;
        private final Set<CaseId> behind = ConcurrentHashMap.newKeySet();

        @GuardedBy("this")
        private Optional<FactTable> table = Optional.empty();

        House(ServiceId service) {
            this.service = service;
        }

        synchronized FactTable current() {
            loaded();
            catchUp();
            return loaded();
        }

        @GuardedBy("this")
        private FactTable loaded() {
            FactTable facts = table.orElseGet(this::read);
            table = Optional.of(facts);
            return facts;
        }

        /** What is not loaded yet will be read whole, and later than this. */
        synchronized void catchUp() {
            if (table.isEmpty()) {
                behind.clear();
                return;
            }
            Set<CaseId> due = Set.copyOf(behind);
            if (due.isEmpty()) {
                return;
            }
            behind.removeAll(due); // before reading: what is saved meanwhile is reported again
            try {
                List<CaseHistory> found = reread(due);
                if (found.size() < due.size()) {
                    // one was erased: rare, so all of them are read anew rather than rows taken out
                    table = Optional.empty();
                } else {
                    found.forEach(table.get()::put);
                }
            } catch (RuntimeException e) {
                behind.addAll(due);
                throw e;
            }
        }

        private FactTable read() {
            FactTable facts = new FactTable();
            store.read(service, unit -> {
                unit.forEachHistory(facts::put);
                return facts.cases();
            });
            return facts;
        }

        private List<CaseHistory> reread(Set<CaseId> ids) {
            return store.read(service, unit -> unit.histories(ids));
        }
    }
}
