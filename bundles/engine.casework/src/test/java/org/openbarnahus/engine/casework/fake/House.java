// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.rule.Citation;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseService;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.Casework;

/** A house in Sweden on 15 June 2026, with a coordinator, gates and a store: what most tests start from. */
public final class House {
    public static final ServiceId LKP = ServiceId.of("11111111-1111-4111-8111-111111111111");
    public static final ServiceId OTHER = ServiceId.of("22222222-2222-4222-8222-222222222222");
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    public final List<String> journal = new ArrayList<>();
    public final FakeGates gates = new FakeGates(journal);
    public final MemoryStore store = new MemoryStore(journal);
    public final MemorySite site = new MemorySite(
            new BarnahusRecord(LKP, "SE-LKP", "SE", "Linköping", "Europe/Stockholm"),
            new BarnahusRecord(OTHER, "SE-OTH", "SE", "Other", "Europe/Stockholm"));
    public Instant now = Instant.parse("2026-06-15T10:00:00Z");
    public final TimeSource time = () -> now;
    public final FakePace pace = new FakePace();
    public final CaseService cases =
            new Casework(() -> Set.of("SE"), gates, gates, gates, gates, store, site, time, pace);

    public static Session coordinator() {
        return session(LKP, "SE-LKP", "33333333-3333-4333-8333-333333333333");
    }

    /** Somebody of the police. */
    public static Session police() {
        return practitioner("55555555-5555-4555-8555-555555555555", "pia", Agency.POLICE);
    }

    /** Somebody of health care. */
    public static Session health() {
        return practitioner("66666666-6666-4666-8666-666666666666", "hanna", Agency.HEALTH);
    }

    private static Session practitioner(String id, String name, Agency agency) {
        return new TestSession(new Actor(UserId.of(id), name, LKP, "SE-LKP", "SE", agency, Set.of(Role.PRACTITIONER)));
    }

    public static Session neighbour() {
        return session(OTHER, "SE-OTH", "44444444-4444-4444-8444-444444444444");
    }

    /** The account of a session, with a role. */
    public AccountRecord account(Session session, Role role) {
        Actor a = session.actor();
        AccountRecord account = new AccountRecord(
                a.user(), a.service(), a.username(), a.agency(), Set.of(role), true, "", new byte[1], 1);
        site.accounts.add(account);
        return account;
    }

    private static Session session(ServiceId service, String code, String user) {
        return new TestSession(
                new Actor(UserId.of(user), "kim", service, code, "SE", Agency.BARNAHUS, Set.of(Role.COORDINATOR)));
    }

    /** A case that may be opened, not yet closed. */
    public static FieldValues values() {
        return FieldValues.empty()
                .with(FieldId.of("case_date"), new FieldValue.DateValue(TODAY.minusDays(30)))
                .with(FieldId.of("sex"), new FieldValue.CodeValue("female"));
    }

    public static OpenCase referredCase() {
        return new OpenCase(values(), List.of());
    }

    public static OpenCase openCase() {
        return new OpenCase(values(), List.of(accepted(20)));
    }

    public static NewEntry accepted(int daysAgo) {
        return entry("referral", daysAgo, Map.of("eligibility", new FieldValue.CodeValue("accepted")));
    }

    public static NewEntry interview(int daysAgo) {
        return entry("forensic_interview", daysAgo, Map.of());
    }

    public static NewEntry closure(int daysAgo) {
        return entry("closure", daysAgo, Map.of("closure_reason", new FieldValue.CodeValue("completed")));
    }

    public static NewEntry note(String text) {
        return entry("forensic_interview", 1, Map.of("note", new FieldValue.TextValue(text)));
    }

    public static NewEntry entry(String type, int daysAgo, Map<String, FieldValue> values) {
        FieldValues content = FieldValues.empty();
        for (Map.Entry<String, FieldValue> value : values.entrySet()) {
            content = content.with(FieldId.of(value.getKey()), value.getValue());
        }
        return new NewEntry(type, TODAY.minusDays(daysAgo), content);
    }

    public static Verdict verdict(String rule, Verdict.State state, Optional<LocalDate> due) {
        Citation citation = new Citation("Act 1, section 2", Optional.empty(), true);
        return new Verdict(rule, state, Optional.empty(), due, Optional.empty(), false, citation);
    }

    /** How many objects, requests, audit entries and events the house's store holds. */
    public int rows() {
        MemoryUnit data = store.data(LKP);
        return data.cases.size() + data.entries.size() + data.requests.size() + data.audit.size() + data.events.size();
    }

    private record TestSession(Actor actor) implements Session {
        @Override
        public String id() {
            return "session-1";
        }

        @Override
        public boolean alive() {
            return true;
        }
    }
}
