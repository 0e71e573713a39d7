// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccountEventService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.TrainingService;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.query.AccountEvent;
import org.openbarnahus.core.service.query.TrainingState;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.platform.admission.Admission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the frame says about the house somebody works in: its name, its day, and what is amiss. */
@Component(service = House.class)
public final class House {
    /** Something everybody must know, most serious first. */
    enum Warning {
        DEVELOPMENT,
        NO_COUNTRY,
        NO_FREE_TEXT,
        TRAINING,
        DEMO
    }

    private static final String DEMO = "openbarnahus.demo";

    private final TimeSource time;
    private final Pages pages;
    private final Map<ServiceId, BarnahusRecord> houses = new ConcurrentHashMap<>();
    private final Map<ServiceId, Map<UserId, String>> people = new ConcurrentHashMap<>();
    private volatile @Nullable SiteStore site;
    private volatile @Nullable SchemaService schemas;
    private volatile @Nullable PrivacyGate privacy;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable TrainingService trainings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Admission admission;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable AccountEventService events;

    @Activate
    public House(@Reference TimeSource time, @Reference Pages pages) {
        this.time = time;
        this.pages = pages;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setSite(SiteStore service) {
        site = service;
    }

    void unsetSite(SiteStore service) {
        site = site == service ? null : site;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setSchemas(SchemaService service) {
        schemas = service;
        pages.refresh();
    }

    void unsetSchemas(SchemaService service) {
        schemas = schemas == service ? null : schemas;
        pages.refresh();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            updated = "updatedPrivacy")
    void setPrivacy(PrivacyGate service) {
        privacy = service;
        pages.refresh();
    }

    void updatedPrivacy(PrivacyGate service) {
        pages.refresh();
    }

    void unsetPrivacy(PrivacyGate service) {
        privacy = privacy == service ? null : privacy;
        pages.refresh();
    }

    LocalDate today(Session session) {
        return time.today(zone(session));
    }

    ZoneId zone(Session session) {
        return record(session).map(r -> ZoneId.of(r.zone())).orElse(ZoneOffset.UTC);
    }

    /** The name that somebody of the session's house signs in with, empty text when nobody there has the id. */
    String person(Session session, UserId id) {
        ServiceId house = session.actor().service();
        Map<UserId, String> names = people.computeIfAbsent(house, h -> new ConcurrentHashMap<>());
        SiteStore store = site;
        if (store != null && !names.containsKey(id)) {
            store.accounts(house).forEach(a -> names.put(a.id(), a.username()));
            names.putIfAbsent(id, "");
        }
        return names.getOrDefault(id, "");
    }

    /** Name of the house, its code when the name is not known. */
    String name(Session session) {
        return record(session).map(BarnahusRecord::name).orElse(session.actor().serviceCode());
    }

    private Optional<BarnahusRecord> record(Session session) {
        SiteStore store = site;
        ServiceId id = session.actor().service();
        if (store != null && !houses.containsKey(id)) {
            store.service(id).ifPresent(r -> houses.put(id, r));
        }
        return Optional.ofNullable(houses.get(id));
    }

    /**
     * The last day for the training, when it is time to say so. While the database is gone there are more serious things to say.
     */
    Optional<LocalDate> trainingBy(Session session) {
        TrainingService service = trainings;
        try {
            return service != null
                            && service.state(session) instanceof Outcome.Done<TrainingState> done
                            && done.value().remind()
                    ? Optional.of(done.value().lastDay())
                    : Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** What was changed about how the person signs in, and not seen yet. */
    List<AccountEvent> untold(Session session) {
        return told(service -> service.untold(session));
    }

    /** The person has seen them, up to one; gives back what is left. */
    List<AccountEvent> seen(Session session, long upTo) {
        return told(service -> service.seen(session, upTo));
    }

    private List<AccountEvent> told(Function<AccountEventService, Outcome<List<AccountEvent>>> question) {
        AccountEventService service = events;
        try {
            return service != null && question.apply(service) instanceof Outcome.Done<List<AccountEvent>> done
                    ? done.value()
                    : List.of();
        } catch (StoreUnavailableException e) {
            return List.of();
        }
    }

    List<Warning> warnings(Session session) {
        Actor actor = session.actor();
        SchemaService schema = schemas;
        PrivacyGate screen = privacy;
        Admission gate = admission;
        List<Warning> warnings = new ArrayList<>();
        if (gate != null && gate.development()) {
            warnings.add(Warning.DEVELOPMENT);
        }
        if (schema == null || schema.current(session).isEmpty()) {
            warnings.add(Warning.NO_COUNTRY);
        } else if (screen == null || !screen.ready(actor.country())) {
            warnings.add(Warning.NO_FREE_TEXT);
        }
        if (trainingBy(session).isPresent()) {
            warnings.add(Warning.TRAINING);
        }
        if (Boolean.getBoolean(DEMO) || actor.serviceCode().endsWith("-DEMO")) {
            warnings.add(Warning.DEMO);
        }
        return warnings;
    }
}
