// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.command.Enrol;
import org.openbarnahus.core.service.store.AccountRecord;

/** How much a secret of ours is worth, what a password costs to guess, and that there is no other way in. */
public class SecretsTest {
    /** ASVS 6.5.2 wants 112 bits of what is kept by one hash, 11.5.1 128 of what must not be guessed. */
    @Test
    public void aCodeHasMoreThan128BitsAndAllOfThemAreRandom() {
        Set<String> seen = new HashSet<>();
        List<Set<Character>> letters = IntStream.range(0, 28)
                .<Set<Character>>mapToObj(i -> new HashSet<>())
                .toList();
        for (int i = 0; i < 400; i++) {
            List<String> codes = Stream.concat(OneTimeCode.recovery().stream(), Stream.of(OneTimeCode.enrolment()))
                    .toList();
            for (String code : codes) {
                assertTrue(code, code.matches("([A-Z2-7]{4}-){6}[A-Z2-7]{4}"));
                assertTrue("none comes twice", seen.add(code));
                String plain = code.replace("-", "");
                IntStream.range(0, 28).forEach(at -> letters.get(at).add(plain.charAt(at)));
            }
        }
        for (Set<Character> each : letters) {
            assertEquals("five bits at every place", 32, each.size());
        }
    }

    @Test
    public void aCodeIsKeptForItsAccountAndPurposeOnly() {
        UserId one = new UserId(new UUID(0, 1));
        String code = OneTimeCode.enrolment();
        Set<String> hashes = new HashSet<>();
        for (byte[] hash : List.of(
                OneTimeCode.recoveryHash(one, code),
                OneTimeCode.enrolmentHash(one, code),
                OneTimeCode.recoveryHash(new UserId(new UUID(0, 2)), code))) {
            assertTrue(hashes.add(java.util.HexFormat.of().formatHex(hash)));
        }
        String spoken =
                code.toLowerCase(java.util.Locale.ROOT).replace("-", "  ").replace('o', '0');
        assertEquals(
                java.util.HexFormat.of().formatHex(OneTimeCode.recoveryHash(one, code)),
                java.util.HexFormat.of().formatHex(OneTimeCode.recoveryHash(one, spoken)));
    }

    private static LocalConfig config(int memory, int iterations) {
        return (LocalConfig) Proxy.newProxyInstance(
                LocalConfig.class.getClassLoader(),
                new Class<?>[] {LocalConfig.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "argon2_memory" -> memory;
                    case "argon2_iterations" -> iterations;
                    default -> method.getDefaultValue();
                });
    }

    private static int given(String setting) throws ReflectiveOperationException {
        return (int) LocalConfig.class.getDeclaredMethod(setting).getDefaultValue();
    }

    /** ASVS 11.4.2: nobody lowers what a guess costs without this test saying so. OWASP asks for 19 MiB and two passes at least. */
    @Test
    public void aPasswordCosts64MebibytesAndThreePassesAndNoSettingMakesItCheap() throws Exception {
        assertTrue(given("argon2_memory") >= 65_536);
        assertTrue(given("argon2_iterations") >= 3);
        Argon2.Cost usual =
                Argon2.cost(new PasswordHasher(config(given("argon2_memory"), given("argon2_iterations"))).nobodys());
        assertEquals(new Argon2.Cost(given("argon2_memory"), given("argon2_iterations"), 1), usual);
        Argon2.Cost lowest = Argon2.cost(new PasswordHasher(config(1, 1)).nobodys());
        assertEquals(new Argon2.Cost(19_456, 2, 1), lowest);
        assertTrue(
                new PasswordHasher(config(1, 1)).hash("jag cyklar till skogen").contains("$m=19456,t=2,p=1$"));
    }

    /** A list that cannot be read lets nobody choose a password, rather than everybody any. */
    @Test
    public void aListOfKnownPasswordsThatIsNotThereIsNoEmptyList() {
        LocalConfig missing = (LocalConfig) Proxy.newProxyInstance(
                LocalConfig.class.getClassLoader(),
                new Class<?>[] {LocalConfig.class},
                (self, method, arguments) ->
                        method.getName().equals("known_passwords") ? "/nowhere/known.txt" : method.getDefaultValue());
        PasswordHasher hasher = new PasswordHasher(missing);
        boolean refused;
        try {
            refused = hasher.refusal("kvx9!mzpQ2wT", List.of()).isPresent();
        } catch (RuntimeException e) {
            refused = true;
        }
        assertTrue(refused);
        assertTrue(new PasswordHasher(config(1, 1))
                .refusal("kvx9!mzpQ2wT", List.of())
                .isEmpty());
    }

    /** ASVS 6.4.2: no secret questions and no hints; whoever adds one changes this list first. */
    @Test
    public void nothingOpensAnAccountButPasswordAndSecondFactor() {
        assertEquals(List.of("username", "password", "otp", "passkey"), names(Credentials.class));
        assertEquals(List.of("username", "code", "password"), names(Enrol.class));
        assertEquals(
                List.of(
                        "id",
                        "service",
                        "username",
                        "agency",
                        "roles",
                        "enabled",
                        "passwordHash",
                        "otpSecret",
                        "version"),
                names(AccountRecord.class));
    }

    private static List<String> names(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    public void aChallengeOfAnotherInstallationIsNotOurs() {
        Instant now = Instant.parse("2026-03-12T08:00:00Z");
        byte[] theirs = new Challenges().fresh("get", now);
        Challenges ours = new Challenges();
        assertFalse(ours.genuine(theirs, "get", now));
        assertTrue(ours.genuine(ours.fresh("get", now), "get", now));
        assertFalse("for another purpose", ours.genuine(ours.fresh("get", now), "create", now));
    }
}
