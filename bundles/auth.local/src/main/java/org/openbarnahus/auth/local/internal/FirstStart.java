// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
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
    private static final Pattern SERVICE_CODE = Pattern.compile("[A-Z0-9]{2,6}");
    private static final int LONGEST_NAME = 200;
    private static final String DETAIL = "first-administrator";

    private final SiteStore store;
    private final AccountFactory factory;
    private final TimeSource time;
    private final FirstCode code;
    private final boolean demo;
    private boolean done;

    @Activate
    public FirstStart(
            @Reference SiteStore store,
            @Reference AccountFactory factory,
            @Reference TimeSource time,
            BundleContext context) {
        this(store, factory, time, Installation.of(context));
    }

    FirstStart(SiteStore store, AccountFactory factory, TimeSource time, Installation installation) {
        this.store = store;
        this.factory = factory;
        this.time = time;
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
        BarnahusRecord house = house(command);
        List<Problem> problems = new ArrayList<>(problems(command));
        problems.addAll(factory.problems(house, account));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        if (store.service(house.id()).isEmpty()) {
            store.insert(house, Records.audit(time.now(), house, DETAIL));
        }
        Outcome<Enrolment> enrolment = factory.create(house, account, Optional.empty(), DETAIL);
        if (enrolment instanceof Outcome.Done) {
            done = true;
            code.use();
        }
        return enrolment;
    }

    /** An earlier attempt may have made the house and then lost the database: it is taken up again. */
    private BarnahusRecord house(FirstAdministrator command) {
        String houseCode = command.country() + "-" + command.serviceCode();
        return store.services().stream()
                .filter(house -> house.code().equals(houseCode))
                .findFirst()
                .orElseGet(() -> new BarnahusRecord(
                        new ServiceId(UUID.randomUUID()),
                        houseCode,
                        command.country(),
                        command.serviceName().strip(),
                        Countries.zone(command.country()).orElse("UTC")));
    }

    private static List<Problem> problems(FirstAdministrator command) {
        List<Problem> problems = new ArrayList<>();
        if (!SERVICE_CODE.matcher(command.serviceCode()).matches()) {
            problems.add(Problem.at(ErrorCode.WRONG_TYPE, "serviceCode"));
        }
        if (command.serviceName().isBlank()) {
            problems.add(Problem.at(ErrorCode.REQUIRED, "serviceName"));
        } else if (command.serviceName().length() > LONGEST_NAME) {
            problems.add(Problem.at(ErrorCode.TOO_LONG, "serviceName", "max", Integer.toString(LONGEST_NAME)));
        } else if (command.serviceName().chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, "serviceName"));
        }
        if (Countries.zone(command.country()).isEmpty()) {
            problems.add(Problem.at(ErrorCode.UNKNOWN_CODE, "country"));
        }
        return problems;
    }
}
