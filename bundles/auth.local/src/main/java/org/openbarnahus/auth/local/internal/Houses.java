// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.PlainText;
import org.openbarnahus.core.service.command.NewHouse;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which houses there are, and what a new one must be. */
@Component(service = Houses.class)
public final class Houses {
    private static final Pattern SERVICE_CODE = Pattern.compile("[A-Z0-9]{2,6}");
    private static final int LONGEST_NAME = 200;

    private final SiteStore store;
    private final TimeSource time;

    @Activate
    public Houses(@Reference SiteStore store, @Reference TimeSource time) {
        this.store = store;
        this.time = time;
    }

    /**
     * @param code as in case numbers, {@code SE-LKP}
     */
    Optional<BarnahusRecord> named(String code) {
        return store.services().stream()
                .filter(house -> house.code().equals(code))
                .findFirst();
    }

    List<AccountRecord> accounts(BarnahusRecord house) {
        return store.accounts(house.id());
    }

    /** The house as it would be; there is no row of it. */
    static BarnahusRecord planned(NewHouse command) {
        return new BarnahusRecord(
                new ServiceId(UUID.randomUUID()),
                command.code(),
                command.country(),
                command.name().strip(),
                Countries.zone(command.country()).orElse("UTC"));
    }

    /** What is wrong with it; all at once. */
    List<Problem> problems(NewHouse command) {
        List<Problem> problems = new ArrayList<>();
        if (!SERVICE_CODE.matcher(command.serviceCode()).matches()) {
            problems.add(Problem.at(ErrorCode.WRONG_TYPE, "serviceCode"));
        }
        if (command.name().isBlank()) {
            problems.add(Problem.at(ErrorCode.REQUIRED, "serviceName"));
        } else if (command.name().length() > LONGEST_NAME) {
            problems.add(Problem.at(ErrorCode.TOO_LONG, "serviceName", "max", Integer.toString(LONGEST_NAME)));
        } else if (!PlainText.isPlainLine(command.name())) {
            problems.add(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, "serviceName"));
        }
        if (Countries.zone(command.country()).isEmpty()) {
            problems.add(Problem.at(ErrorCode.UNKNOWN_CODE, "country"));
        }
        if (problems.isEmpty() && named(command.code()).isEmpty() && !store.takes(planned(command))) {
            problems.add(Problem.at(ErrorCode.ONE_HOUSE_ONLY, "serviceCode"));
        }
        return problems;
    }

    /** One more. Two at once would ask the database whether it takes them before either is there. */
    synchronized Outcome<BarnahusRecord> add(NewHouse command) {
        List<Problem> problems = problems(command);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        if (named(command.code()).isPresent()) {
            return Outcome.refused(Problem.at(ErrorCode.HOUSE_EXISTS, "serviceCode"));
        }
        return Outcome.done(insert(planned(command), "local"));
    }

    /** @param detail what the trail says about how it came */
    BarnahusRecord insert(BarnahusRecord house, String detail) {
        store.insert(house, Records.audit(time.now(), house, detail));
        return house;
    }
}
