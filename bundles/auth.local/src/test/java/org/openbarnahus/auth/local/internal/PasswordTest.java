// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;

public class PasswordTest {
    private static final Argon2.Cost CHEAP = new Argon2.Cost(64, 1, 1);
    private static final List<String> CONTEXT = List.of("annika.berg", "SE-LKP", "Barnahus Linköping");

    @Test
    public void aHashIsPhcTextThatItsPasswordAloneMatches() {
        String phc = Argon2.hash("correct horse battery", CHEAP);
        assertTrue(phc, phc.startsWith("$argon2id$v=19$m=64,t=1,p=1$"));
        assertTrue(Argon2.matches("correct horse battery", phc));
        assertFalse(Argon2.matches("correct horse batterY", phc));
        assertEquals(CHEAP, Argon2.cost(phc));
        assertNotEquals(phc, Argon2.hash("correct horse battery", CHEAP));
    }

    /** Test vector of the reference implementation (phc-winner-argon2, src/test.c, version 0x13, Argon2id). */
    @Test
    public void agreesWithTheReferenceImplementation() {
        assertTrue(Argon2.matches(
                "password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    }

    @Test
    public void theSameLettersComposedDifferentlyAreTheSamePassword() {
        assertTrue(Argon2.matches("smo\u0308rga\u030asbord is fine", Argon2.hash("smörgåsbord is fine", CHEAP)));
    }

    @Test
    public void nobodysHashIsWellFormedAndNoPasswordsOwn() {
        assertEquals(CHEAP, Argon2.cost(Argon2.nobodys(CHEAP)));
        assertFalse(Argon2.matches("-", Argon2.nobodys(CHEAP)));
    }

    @Test
    public void whatIsNotAHashOfOursIsABugAndNotARefusal() {
        for (String text :
                new String[] {"", "secret", "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8"}) {
            assertThrows(IllegalStateException.class, () -> Argon2.matches("x", text));
        }
    }

    @Test
    public void lengthIsTwelveToOneHundredAndTwentyEightCharacters() {
        assertEquals(problem(ErrorCode.PASSWORD_LENGTH), CredentialRules.password("kvx9!mzpQ2w", CONTEXT));
        assertEquals(Optional.empty(), CredentialRules.password("kvx9!mzpQ2wT", CONTEXT));
        assertEquals(Optional.empty(), CredentialRules.password("kvx9!mzpQ2wT".repeat(10) + "abcdefgh", CONTEXT));
        assertEquals(
                problem(ErrorCode.PASSWORD_LENGTH),
                CredentialRules.password("kvx9!mzpQ2wT".repeat(10) + "abcdefghi", CONTEXT));
        assertEquals(Optional.empty(), CredentialRules.password("🐎🔋📎✏️🍎🌲🚲🎈🧩🪁🧵🪀", CONTEXT));
    }

    @Test
    public void whatIsEasyToGuessIsRefused() {
        for (String password : List.of(
                "password12345",
                "P@ssw0rd!P@ssw0rd!",
                "qwertyuiop123",
                "aaaaaaaaaaaaaaaa",
                "annika.berg1234",
                "Linköping2026!",
                "barnahuslinköping",
                "Sommar2026!!",
                "123456789012345")) {
            assertEquals(password, problem(ErrorCode.PASSWORD_GUESSABLE), CredentialRules.password(password, CONTEXT));
        }
        for (String password :
                List.of("correct horse battery staple", "jag cyklar till skogen", "tq7-vhx2-mmw9-rkd4")) {
            assertEquals(password, Optional.empty(), CredentialRules.password(password, CONTEXT));
        }
    }

    @Test
    public void aUserNameIsNormalisedOrRefused() {
        assertEquals(Optional.of("anna.berg"), CredentialRules.username(" Anna.Berg "));
        assertEquals(Optional.of("anna"), CredentialRules.username("ａｎｎａ"));
        for (String name : List.of(
                "", "ab", "anna berg", "änna", "anna\u0000", "a/b/c", "аnna", "a".repeat(65), "x".repeat(5000))) {
            assertEquals(Optional.empty(), CredentialRules.username(name));
        }
    }

    private static Optional<Problem> problem(ErrorCode code) {
        return Optional.of(Problem.at(code, "password"));
    }

    /** Bytes that this thread allocates for a hash of 16 MiB. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Argon2.hash("correct horse battery", new Argon2.Cost(16_384, 1, 1));
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    public void memoryIsWipedAndUsedAgain() {
        allocated();
        assertTrue("the second time", allocated() < 2_000_000);
        String one = Argon2.hash("correct horse battery", CHEAP);
        assertFalse(Argon2.matches("wrong horse battery", one));
        assertTrue("whatever was in the memory before", Argon2.matches("correct horse battery", one));
    }
}
