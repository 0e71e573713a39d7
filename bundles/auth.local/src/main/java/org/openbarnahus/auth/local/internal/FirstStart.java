// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewHouse;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from an empty installation to its first Barnahus and first account. There is no default password. */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String DETAIL = "first-administrator";

    private final SiteStore store;
    private final AccountFactory factory;
    private final Houses houses;
    private final FirstCode code;
    private final boolean demo;
    private boolean done;

    @Activate
    public FirstStart(
            @Reference SiteStore store,
            @Reference AccountFactory factory,
            @Reference Houses houses,
            BundleContext context) {
        this(store, factory, houses, Installation.of(context));
    }

    FirstStart(SiteStore store, AccountFactory factory, Houses houses, Installation installation) {
        this.store = store;
        this.factory = factory;
        this.houses = houses;
        this.demo = installation.demo();
        this.code = new FirstCode(installation.data());
        try {
            waits();
        } catch (StoreUnavailableException e) {
            LOG.warn("The database does not answer yet: whether a first administrator is needed is asked again later");
        }
    }

    /** Sees to it that the code is there while it is needed. */
    synchronized boolean waits() {
        if (done || demo) {
            return false;
        }
        done = store.countAccounts() > 0;
        if (!done) {
            try {
                code.provide();
            } catch (IOException e) {
                LOG.error(
                        "The one-time code cannot be written into the data directory: {}",
                        e.getClass().getName());
            }
        }
        return !done;
    }

    synchronized Outcome<Enrolment> create(FirstAdministrator command) {
        if (!waits() || !code.matches(command.code())) {
            return Outcome.refused(Problem.at(ErrorCode.SETUP_CODE, "code"));
        }
        NewAccount account = new NewAccount(
                command.username(),
                command.password(),
                Agency.BARNAHUS,
                EnumSet.of(Role.COORDINATOR, Role.MANAGER, Role.NATIONAL_ADMIN));
        NewHouse wanted = new NewHouse(command.serviceCode(), command.serviceName(), command.country());
        BarnahusRecord house = house(wanted);
        List<Problem> problems = new ArrayList<>(houses.problems(wanted));
        problems.addAll(factory.problems(house, account));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        if (store.service(house.id()).isEmpty()) {
            houses.insert(house, DETAIL);
        }
        Outcome<Enrolment> enrolment = factory.create(house, account, Optional.empty(), DETAIL);
        if (enrolment instanceof Outcome.Done) {
            done = true;
            code.use();
        }
        return enrolment;
    }

    /** An earlier attempt may have made the house and then lost the database: it is taken up again. */
    private BarnahusRecord house(NewHouse wanted) {
        return houses.named(wanted.code()).orElseGet(() -> Houses.planned(wanted));
    }
}
