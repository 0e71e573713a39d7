// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.EmergencyGate;
import org.openbarnahus.core.service.query.EmergencyInfo;
import org.openbarnahus.core.service.query.EmergencyInfo.Person;
import org.openbarnahus.core.service.query.EmergencyInfo.Time;
import org.openbarnahus.core.service.query.EmergencyInfo.Verdict;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.EmergencyAccess.Review;
import org.openbarnahus.core.service.store.SiteStore;

/** Emergency accesses as a reader gets to see them: what was written stays between whoever wrote it and whoever watches. */
final class Shown {
    private final EmergencyGate rules;
    private final Session reader;
    private final Instant now;
    private final Map<UserId, AccountRecord> people;

    Shown(EmergencyGate rules, SiteStore site, Session reader, Instant now) {
        this.rules = rules;
        this.reader = reader;
        this.now = now;
        this.people = site.accounts(reader.actor().service()).stream()
                .collect(Collectors.toMap(AccountRecord::id, Function.identity()));
    }

    List<EmergencyInfo> all(List<EmergencyAccess> accesses) {
        return accesses.stream().map(this::of).toList();
    }

    EmergencyInfo of(EmergencyAccess access) {
        boolean mine = access.account().equals(reader.actor().user());
        boolean texts = mine || rules.reachesAll(reader, Permission.EMERGENCY_READ);
        boolean running = access.running(now);
        return new EmergencyInfo(
                access.id(),
                access.caseId(),
                access.number(),
                new Person(
                        name(access.account()),
                        Optional.ofNullable(people.get(access.account())).map(AccountRecord::agency)),
                access.reason(),
                texts ? access.text() : "",
                time(access, running),
                review(access, texts),
                mine,
                running && (mine || rules.reachesAll(reader, Permission.EMERGENCY_END)),
                access.version());
    }

    private Time time(EmergencyAccess access, boolean running) {
        Instant until = access.ended().map(Stamp::at).orElse(access.until());
        return new Time(access.since(), until, running, access.ended().map(by -> name(by.by())));
    }

    private EmergencyInfo.Review review(EmergencyAccess access, boolean texts) {
        Instant due = rules.reviewDue(access.since());
        boolean open = access.review().isEmpty();
        return new EmergencyInfo.Review(
                due,
                open && !now.isBefore(due),
                open && rules.review(reader, access) instanceof Decision.Allowed,
                access.review().map(found -> verdict(found, texts)));
    }

    private Verdict verdict(Review found, boolean texts) {
        return new Verdict(name(found.by().by()), found.by().at(), found.justified(), texts ? found.note() : "");
    }

    private String name(UserId account) {
        return Optional.ofNullable(people.get(account))
                .map(AccountRecord::username)
                .orElseGet(account::toString);
    }
}
