// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.gate.OutsideGate;
import org.openbarnahus.core.service.gate.OutsideGate.Errand;
import org.openbarnahus.core.service.gate.OutsideGate.Kind;
import org.openbarnahus.core.service.gate.OutsideGate.Proved;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.EnrolmentRecord;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.OutsideLink;

/** The two ways to a link, and that there is no third. */
public class OutsideAccountsTest {
    private static final String CODE = "ABCD-EFGH-IJKL-MNOP-QRST";
    private static final String HERE = "192.0.2.1";

    private final FakeStore store = new FakeStore();
    private final FakeSignInStore codes = new FakeSignInStore(store);
    private final CountingHasher hasher = new CountingHasher(64);
    private final Set<UserId> ended = new HashSet<>();
    private final FakeGates gates = new FakeGates(ended);
    private final Instant now = Instant.parse("2026-03-12T08:00:00Z");
    private final Set<Permission> stale = new HashSet<>();
    private final Map<String, Proved> proved = new HashMap<>();
    private final Links links = new Links();
    private final OutsideAccounts accounts = new OutsideAccounts(
            links,
            store,
            new Enrolments(store, codes, hasher, gates, gates, gates, () -> now),
            new FakeAccess(p ->
                    stale.contains(p) ? new Decision.Denied("step-up") : new Decision.Allowed(Purpose.ADMINISTRATION)),
            () -> now);
    private final AccountRecord anna = anna();
    private final Session session = new Signed(
            "s1", new Actor(anna.id(), "anna", anna.service(), "SE-DEMO", "SE", anna.agency(), anna.roles()));

    private AccountRecord anna() {
        store.houses.addAll(DemoPlan.HOUSES);
        new AccountFactory(store, hasher, () -> now)
                .create(
                        DemoPlan.HOUSES.getFirst(),
                        new NewAccount("anna", "jag cyklar till skogen", Agency.BARNAHUS, Set.of(Role.COORDINATOR)),
                        Optional.empty(),
                        "test")
                .orElseThrow();
        return store.stored("anna");
    }

    @Before
    public void configure() {
        accounts.provider = (OutsideGate) Proxy.newProxyInstance(
                OutsideGate.class.getClassLoader(),
                new Class<?>[] {OutsideGate.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "proved" -> Optional.ofNullable(proved.get(arguments[0]));
                    case "use" -> proved.remove(arguments[0]) != null;
                    default -> throw new AssertionError("not expected: " + method);
                });
    }

    private void proves(String secret, Kind kind, String of) {
        proved.put(secret, new Proved(new Errand(kind, of, "/"), "https://provider.example.org", "subject", now));
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }

    @Test
    public void theOwnerLinksAndUnlinksAndBothAreAudited() {
        proves("secret", Kind.LINK, "s1");
        assertEquals(now, accounts.link(session, "secret").orElseThrow());
        assertEquals(Optional.of(now), accounts.linked(session).orElseThrow());
        assertEquals("linked", links.audit().detail());
        assertEquals(Optional.of(anna.id()), links.audit().user());
        assertTrue(accounts.unlink(session).orElseThrow());
        assertEquals("unlinked", links.audit().detail());
        assertEquals(Optional.empty(), accounts.linked(session).orElseThrow());
        assertEquals(ErrorCode.NOT_FOUND, code(accounts.unlink(session)));
    }

    @Test
    public void linkingNeedsAFreshSecondFactorAndSoDoesUnlinking() {
        stale.add(Permission.OWN_CREDENTIALS);
        proves("secret", Kind.LINK, "s1");
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(accounts.link(session, "secret")));
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(accounts.unlink(session)));
        assertTrue(links.link.isEmpty());
    }

    @Test
    public void onlyAWayThatThisSessionBeganForThatLinks() {
        proves("other errand", Kind.SIGN_IN, "s1");
        proves("other session", Kind.LINK, "s2");
        for (String wrong : new String[] {"other errand", "other session", "never seen"}) {
            assertEquals(ErrorCode.NOT_FOUND, code(accounts.link(session, wrong)));
        }
        assertTrue(links.link.isEmpty());
    }

    @Test
    public void whatIsLinkedAlreadyIsAContradiction() {
        links.taken = true;
        proves("secret", Kind.LINK, "s1");
        assertEquals(ErrorCode.CONTRADICTION, code(accounts.link(session, "secret")));
    }

    @Test
    public void aManagersCodeLinksAndVoidsWhatWasThereBefore() {
        codes.enrolments.put(
                anna.id(),
                new EnrolmentRecord(anna.id(), OneTimeCode.enrolmentHash(anna.id(), CODE), now.plusSeconds(60)));
        proves("secret", Kind.SIGN_IN, "");
        assertEquals("anna", accounts.enrol("secret", "Anna", CODE, HERE).orElseThrow());
        assertEquals("subject", links.link.orElseThrow().subject());
        assertEquals(Set.of(anna.id()), ended);
        assertFalse(links.renewed().passwordHash().equals(anna.passwordHash()));
        assertFalse(java.util.Arrays.equals(links.renewed().otpSecret(), anna.otpSecret()));
    }

    @Test
    public void aWrongCodeAndAnUnknownNameAreOneRefusalAndOneGuess() {
        codes.enrolments.put(
                anna.id(),
                new EnrolmentRecord(anna.id(), OneTimeCode.enrolmentHash(anna.id(), CODE), now.plusSeconds(60)));
        proves("secret", Kind.SIGN_IN, "");
        assertEquals(ErrorCode.ENROLMENT_CODE, code(accounts.enrol("secret", "anna", "ABCD-EFGH", HERE)));
        assertEquals(ErrorCode.ENROLMENT_CODE, code(accounts.enrol("secret", "nobody", CODE, HERE)));
        assertEquals(2, gates.failed);
        assertTrue(links.link.isEmpty());
    }

    @Test
    public void aCodeAloneLinksNobody() {
        codes.enrolments.put(
                anna.id(),
                new EnrolmentRecord(anna.id(), OneTimeCode.enrolmentHash(anna.id(), CODE), now.plusSeconds(60)));
        proves("link", Kind.LINK, "s1");
        assertEquals(ErrorCode.SIGNED_OUT, code(accounts.enrol("link", "anna", CODE, HERE)));
        assertEquals(ErrorCode.SIGNED_OUT, code(accounts.enrol("never seen", "anna", CODE, HERE)));
        accounts.provider = null;
        assertEquals(ErrorCode.SIGNED_OUT, code(accounts.enrol("link", "anna", CODE, HERE)));
    }

    /** One link, and what was said of it. */
    private final class Links implements OutsideIdentityStore {
        private Optional<OutsideLink> link = Optional.empty();
        private boolean taken;
        private @Nullable AuditEntry said;
        private @Nullable AccountRecord renewed;

        AuditEntry audit() {
            return Objects.requireNonNull(said);
        }

        AccountRecord renewed() {
            return Objects.requireNonNull(renewed);
        }

        @Override
        public Optional<OutsideLink> find(String issuer, String subject) {
            return link;
        }

        @Override
        public Optional<OutsideLink> of(UserId account) {
            return link.filter(known -> known.account().equals(account));
        }

        @Override
        public boolean link(OutsideLink made, AuditEntry entry) {
            if (!taken) {
                link = Optional.of(made);
                said = entry;
            }
            return !taken;
        }

        @Override
        public boolean unlink(UserId account, AuditEntry entry) {
            boolean there = of(account).isPresent();
            link = Optional.empty();
            said = there ? entry : said;
            return there;
        }

        @Override
        public boolean enrol(AccountRecord account, byte[] codeHash, OutsideLink made, AuditEntry entry) {
            renewed = account;
            return link(made, entry);
        }
    }
}
