// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.service.gate.OutsideGate.Arrival;
import org.openbarnahus.core.service.gate.OutsideGate.Departure;

/** A provider that is slow, large, or changes its keys; and how long and how often somebody may be on the way. */
public class OidcLimitsTest extends WithProvider {
    @Test
    public void aHugeAnswerIsNotRead() {
        provider.padding = " ".repeat(2 * 1024 * 1024).getBytes();
        assertEquals(Arrival.UNREACHABLE, way());
    }

    @Test
    public void nobodyIsSentToAnAddressWithoutTls() {
        provider.authorize = "http://id.example/authorize";
        assertTrue(gate.depart(House.SIGN_IN, "192.0.2.1") instanceof Outcome.Refused);
    }

    @Test
    public void whereTheProviderSendsPeopleTheyAreSent() {
        provider.authorize = "https://id.example/authorize";
        assertTrue(House.depart(gate).address().startsWith("https://id.example/authorize?"));
    }

    @Test
    public void aSlowProviderHoldsNobodyUp() {
        Departure away = House.depart(gate);
        Map<String, String> answer = provider.signIn(away.address());
        provider.pauseMillis = 20_000;
        long begun = System.nanoTime();
        assertEquals(Arrival.UNREACHABLE, gate.arrive(away.secret(), answer));
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 15);
    }

    /** Threads of the server that everybody needs. */
    @Test
    public void aProviderThatIsAwayHoldsFewUpAndIsAskedAgainLater() throws Exception {
        provider.pauseMillis = 20_000;
        long begun = System.nanoTime();
        try (ExecutorService people = Executors.newFixedThreadPool(20)) {
            List<Callable<Boolean>> all =
                    Collections.nCopies(20, () -> gate.depart(House.SIGN_IN, "192.0.2.1") instanceof Outcome.Refused);
            for (Future<Boolean> one : people.invokeAll(all)) {
                assertTrue(one.get());
            }
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 15);
        provider.pauseMillis = 0;
        house.ahead = Duration.ofSeconds(6);
        assertEquals(Arrival.DONE, way());
    }

    /** One by one they would take a minute and more. */
    @Test
    public void manyWhoComeBackToASlowProviderAreToldSo() throws Exception {
        List<Departure> away = new ArrayList<>();
        List<Map<String, String>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            away.add(House.depart(gate));
            answers.add(provider.signIn(away.get(i).address()));
        }
        provider.pauseMillis = 20_000;
        List<Long> seconds = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(20)) {
            List<Callable<Long>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int mine = i;
                all.add(() -> {
                    long begun = System.nanoTime();
                    assertEquals(Arrival.UNREACHABLE, gate.arrive(away.get(mine).secret(), answers.get(mine)));
                    return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
                });
            }
            for (Future<Long> one : people.invokeAll(all)) {
                seconds.add(one.get());
            }
        }
        assertTrue("held " + seconds, seconds.stream().filter(held -> held > 3).count() <= 8);
    }

    @Test
    public void nobodyBeginsWithoutEnd() {
        for (int i = 0; i < Flows.MOST_OF_ONE; i++) {
            House.depart(gate);
        }
        assertTrue(gate.depart(House.SIGN_IN, "192.0.2.1") instanceof Outcome.Refused<Departure>);
        assertTrue(gate.depart(House.SIGN_IN, "192.0.2.2") instanceof Outcome.Done<Departure>);
    }

    @Test
    public void anAccessTokenThatWasExchangedIsRefused() {
        provider.lie = claims -> claims.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA");
        refused();
        assertEquals("oidc at_hash", audited());
        String right = AccessTokenHash.compute(new BearerAccessToken("access"), JWSAlgorithm.RS256)
                .getValue();
        provider.lie = claims -> claims.claim("at_hash", right);
        assertEquals(Arrival.DONE, way());
    }

    @Test
    public void aNewKeyIsFetchedAndStrangersDoNotMakeUsFetchForEver() {
        assertEquals(Arrival.DONE, way());
        provider.published = FakeProvider.key("two");
        provider.signer = claims -> FakeProvider.signed(provider.published, claims);
        assertEquals(Arrival.DONE, way());
        provider.signer = claims -> FakeProvider.signed(FakeProvider.key("three"), claims);
        for (int i = 0; i < 5; i++) {
            refused();
        }
        assertTrue("asked " + provider.keysAsked, provider.keysAsked.get() <= 3);
    }

    @Test
    public void afterTenMinutesItIsTooLate() {
        Departure away = House.depart(gate);
        house.ahead = Flows.LIFE;
        assertEquals(Arrival.EXPIRED, gate.arrive(away.secret(), provider.signIn(away.address())));
    }

    @Test
    public void anIssuerThatIsPromisedMustBeThere() {
        provider.issPromised = true;
        refused();
        Departure away = House.depart(gate);
        Map<String, String> answer = provider.signIn(away.address());
        answer.put("iss", provider.issuer);
        assertEquals(Arrival.DONE, gate.arrive(away.secret(), answer));
    }
}
