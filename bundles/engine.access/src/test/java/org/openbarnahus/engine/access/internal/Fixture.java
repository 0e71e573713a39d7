// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.Agreement;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AccountUse;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.CredentialGate;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.openbarnahus.core.service.text.TrainingText;

/** A house, a coordinator, a clock that is set by hand. */
final class Fixture {
    static final ServiceId HOUSE = new ServiceId(new UUID(0, 1));
    static final ServiceId OTHER_HOUSE = new ServiceId(new UUID(0, 2));
    static final Limits LIMITS = new Limits(
            Duration.ofMinutes(15),
            Duration.ofHours(8),
            Duration.ofMinutes(5),
            Duration.ofSeconds(2),
            new OddHours(22, 5, Duration.ofMinutes(1)),
            true);
    static final CaseTerms CASES = new CaseTerms(30, Duration.ofHours(4));
    static final AccessTerms TERMS = terms(45, 90, 14);
    static final int OF_A_SOURCE = 20;
    static final String RIGHT = "right";
    static final String CODE = "654321";

    final FakeStore store = new FakeStore();
    Instant now = Instant.parse("2026-03-12T08:00:00Z");
    /** Of the clock that nobody sets; {@link #pass} moves both. */
    long nanos;

    final TimeSource time = new TimeSource() {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public long nanos() {
            return nanos;
        }
    };

    @Nullable
    RuntimeException trouble;

    int verified;
    final SessionTable table = new SessionTable(store, time, LIMITS);
    final FakeSignInStore remembered = new FakeSignInStore();
    final Uses uses = new Uses();
    final AgreementBook book = new AgreementBook(remembered);
    final TrainingBook training =
            new TrainingBook(remembered, () -> now, new TrainingTerms(Period.ofMonths(12), Duration.ofDays(14)));
    final Preconditions preconditions = new Preconditions(book, training);
    final Gate credentials = new Gate();
    final Browsers browsers = new Browsers(Keys.with("a secret of this installation"));
    final SignIns signIns = signIns();
    final AccessDecisions gate =
            new AccessDecisions(table, preconditions, store, new AccessTrail(store, () -> now), () -> now, CASES);
    final Agreements agreements = new Agreements(gate, book, remembered, () -> now);
    final Trainings trainings = new Trainings(gate, training, remembered, () -> now);
    final Drafts drafts = new Drafts(gate, remembered, () -> now);
    final Closing closing = new Closing(store, uses.store, table, uses.book, () -> now);
    final AccessReviews reviews = new AccessReviews(gate, store, uses.store, closing, uses.book, () -> now);

    Fixture() {
        remembered.uses = Optional.of(uses.store);
        store.houses.add(new BarnahusRecord(HOUSE, "SE-LKP", "SE", "Linköping", "Europe/Stockholm"));
        put("anna", Set.of(Role.COORDINATOR), true);
        sign("anna");
    }

    Guesses guesses() {
        return new Guesses(
                new Throttle(remembered, "account:", 5),
                new Throttle(remembered, "source:", OF_A_SOURCE).decaying(),
                store,
                () -> now);
    }

    /** As after a restart: nothing but the store is left. */
    SignIns signIns() {
        return new SignIns(credentials, table, guesses(), preconditions, browsers, store, remembered, time, true);
    }

    static UserId id(String username) {
        return new UserId(UUID.nameUUIDFromBytes(username.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** The agreement in force, in English. */
    void sign(String username) {
        Agreement text = book.current(HOUSE, Locale.ENGLISH);
        remembered.acceptances.add(new AcceptanceRecord(
                id(username), text.version(), text.language(), text.hash(), "A. B.", "coordinator", "house", now));
    }

    static Actor actor(Role... roles) {
        return new Actor(new UserId(new UUID(0, 7)), "anna", HOUSE, "SE-LKP", "SE", Agency.BARNAHUS, Set.of(roles));
    }

    void put(String username, Set<Role> roles, boolean enabled) {
        store.accounts.put(
                username,
                new AccountRecord(
                        id(username), HOUSE, username, Agency.BARNAHUS, roles, enabled, "hash", new byte[20], 1));
        if (uses.store.use(id(username)).isEmpty()) {
            uses.store.begin(id(username), now);
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    void train(String username) {
        remembered.trainings.add(new TrainingRecord(id(username), TrainingText.VERSION, "en", now));
    }

    static AccessTerms terms(int dormant, int review, int grace) {
        return AccessTerms.of((AccessConfig) Proxy.newProxyInstance(
                AccessConfig.class.getClassLoader(),
                new Class<?>[] {AccessConfig.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "dormant_days" -> dormant;
                    case "review_days" -> review;
                    default -> grace;
                }));
    }

    /** When accounts were used. */
    final class Uses {
        private final FakeUses store = new FakeUses(Fixture.this.store);
        private final UseBook book = new UseBook(store, () -> now, TERMS, false);

        FakeUses store() {
            return store;
        }

        UseBook book() {
            return book;
        }

        AccountUse of(String username) {
            return store.use(id(username)).orElseThrow();
        }

        boolean runOut(String username) {
            return book.runOut(id(username));
        }
    }

    /** Right is one password, one code and one passkey. */
    final class Gate implements CredentialGate {
        @Override
        public Optional<AccountRecord> verify(Credentials credentials) {
            verified++;
            if (trouble != null) {
                throw trouble;
            }
            return Optional.ofNullable(store.accounts.get(credentials.username()))
                    .filter(account -> credentials.password().equals(RIGHT));
        }

        @Override
        public Optional<Proof> proveSecondFactor(Credentials credentials) {
            verified++;
            return Optional.ofNullable(store.accounts.get(credentials.username()))
                    .filter(account -> credentials.otp().equals(CODE))
                    .map(account -> new Proof(account, "otp"));
        }

        @Override
        public boolean holdsPasskey(Credentials credentials) {
            return credentials.passkey().equals("signed by " + credentials.username());
        }
    }
}
