// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.service.gate.OutsideGate.Arrival;
import org.openbarnahus.core.service.gate.OutsideGate.Departure;
import org.openbarnahus.core.service.gate.OutsideGate.Errand;
import org.openbarnahus.core.service.gate.OutsideGate.Kind;
import org.openbarnahus.core.service.gate.OutsideGate.Proved;

/** Everything somebody could bring back from a provider, or instead of one. */
public class OidcGateTest extends WithProvider {
    @Test
    public void whoeverSignedInThereIsKnownByIssuerAndSubject() {
        Departure away = House.depart(gate);
        assertEquals(Arrival.DONE, gate.arrive(away.secret(), provider.signIn(away.address())));
        Proved proved = gate.proved(away.secret()).orElseThrow();
        assertEquals(provider.issuer, proved.issuer());
        assertEquals("subject-1", proved.subject());
        assertEquals(House.SIGN_IN, proved.errand());
        assertTrue(gate.use(away.secret()));
        assertFalse(gate.use(away.secret()));
        assertTrue(gate.proved(away.secret()).isEmpty());
    }

    @Test
    public void theProviderIsAskedWithStateNonceAndAChallenge() {
        Map<String, String> one =
                FakeProvider.form(URI.create(House.depart(gate).address()).getRawQuery());
        Map<String, String> other =
                FakeProvider.form(URI.create(House.depart(gate).address()).getRawQuery());
        assertEquals("code", one.get("response_type"));
        assertEquals("openid", one.get("scope"));
        assertEquals("query", one.get("response_mode"));
        assertEquals("S256", one.get("code_challenge_method"));
        assertEquals("https://hub.example.org/sign-in/outside/return", one.get("redirect_uri"));
        assertEquals("3600", one.get("max_age"));
        for (String random : List.of("state", "nonce", "code_challenge")) {
            assertTrue(one.getOrDefault(random, "").length() >= 43);
            assertNotEquals(one.get(random), other.get(random));
        }
    }

    @Test
    public void aStepUpAsksForThePersonNow() {
        Errand errand = new Errand(Kind.STEP_UP, "session", "/");
        Departure away = gate.depart(errand, "192.0.2.1").orElseThrow();
        Map<String, String> asked = FakeProvider.form(URI.create(away.address()).getRawQuery());
        assertEquals("login", asked.get("prompt"));
        assertEquals("0", asked.get("max_age"));
        provider.lie = claims -> claims.claim("auth_time", Instant.now().getEpochSecond() - 120);
        assertEquals(Arrival.REFUSED, gate.arrive(away.secret(), provider.signIn(away.address())));
        assertEquals("oidc auth_time", audited());
    }

    @Test
    public void aWrongOrMissingStateIsRefusedAndNoCodeIsTaken() {
        for (String state : new String[] {"other", ""}) {
            Departure away = House.depart(gate);
            Map<String, String> answer = provider.signIn(away.address());
            answer.put("state", state);
            assertEquals(Arrival.REFUSED, gate.arrive(away.secret(), answer));
        }
        Departure away = House.depart(gate);
        Map<String, String> answer = provider.signIn(away.address());
        answer.remove("state");
        assertEquals(Arrival.REFUSED, gate.arrive(away.secret(), answer));
        assertEquals(0, provider.tokensAsked.get());
        assertEquals("oidc state", audited());
    }

    @Test
    public void anotherBrowserCannotComeBack() {
        Departure away = House.depart(gate);
        Map<String, String> answer = provider.signIn(away.address());
        assertEquals(Arrival.EXPIRED, gate.arrive("another secret", answer));
        Departure own = House.depart(gate);
        assertEquals(Arrival.REFUSED, gate.arrive(own.secret(), answer));
        assertEquals(0, provider.tokensAsked.get());
    }

    @Test
    public void comingBackWorksOnce() {
        Departure away = House.depart(gate);
        Map<String, String> answer = provider.signIn(away.address());
        assertEquals(Arrival.DONE, gate.arrive(away.secret(), new HashMap<>(answer)));
        assertEquals(Arrival.EXPIRED, gate.arrive(away.secret(), answer));
        assertEquals(1, provider.tokensAsked.get());
    }

    @Test
    public void aCodeOfAnotherWayIsRefusedByItsVerifier() {
        Departure stolen = House.depart(gate);
        Departure away = House.depart(gate);
        Map<String, String> answer = provider.signIn(away.address());
        answer.put("code", provider.signIn(stolen.address()).get("code"));
        assertEquals(Arrival.REFUSED, gate.arrive(away.secret(), answer));
    }

    @Test
    public void aWrongNonceIsRefused() {
        provider.lie = claims -> claims.claim("nonce", "another");
        refused();
        provider.lie = claims -> claims.claim("nonce", null);
        refused();
    }

    @Test
    public void aTokenWithoutASignatureIsRefused() {
        provider.signer = claims -> new PlainJWT(claims).serialize();
        refused();
    }

    @Test
    public void aTokenSignedWithThePublicKeyAsASecretIsRefused() {
        provider.signer = claims -> FakeProvider.signed(
                "one",
                JWSAlgorithm.HS256,
                new MACSigner(provider.key.toRSAPublicKey().getEncoded()),
                claims);
        refused();
    }

    @Test
    public void aTokenSignedWithTheClientsSecretIsRefused() {
        provider.signer = claims -> FakeProvider.signed(
                "one", JWSAlgorithm.HS256, new MACSigner("secret secret secret secret secret".getBytes()), claims);
        refused();
    }

    @Test
    public void anAlgorithmThatIsNotOnTheListIsRefused() {
        provider.signer =
                claims -> FakeProvider.signed("one", JWSAlgorithm.RS512, new RSASSASigner(provider.key), claims);
        refused();
    }

    @Test
    public void aKeyThatTheProviderDoesNotPublishIsRefused() {
        provider.signer = claims -> FakeProvider.signed(FakeProvider.key("one"), claims);
        refused();
        provider.signer = claims -> FakeProvider.signed(FakeProvider.key("two"), claims);
        refused();
    }

    @Test
    public void aTokenForSomebodyElseIsRefused() {
        provider.lie = claims -> claims.audience("another");
        refused();
        provider.lie = claims -> claims.audience(List.of("hub", "another")).claim("azp", "another");
        refused();
        provider.lie = claims -> claims.audience(List.of("hub", "another"));
        refused();
        provider.lie = claims -> claims.claim("azp", "another");
        refused();
        provider.lie = claims -> claims.audience(List.of("hub", "another")).claim("azp", "hub");
        assertEquals(Arrival.DONE, way());
    }

    @Test
    public void aTokenOfAnotherIssuerIsRefused() {
        provider.lie = claims -> claims.issuer(provider.issuer + "/other");
        refused();
    }

    @Test
    public void aTokenOfAnotherTimeIsRefused() {
        provider.lie = claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(61)));
        refused();
        provider.lie = claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(90)));
        refused();
        provider.lie = claims -> claims.claim("auth_time", Instant.now().getEpochSecond() - 2 * 3600);
        refused();
        provider.lie = claims -> claims.claim("auth_time", null);
        refused();
    }

    @Test
    public void aProviderThatNamesNoSecondFactorIsNotBelieved() {
        for (List<String> amr : List.of(List.of("pwd"), List.<String>of(), List.of(" mfa"), List.of("mfa "))) {
            provider.lie = claims -> claims.claim("amr", amr);
            assertEquals(Arrival.NO_SECOND_FACTOR, way());
        }
        provider.lie = claims -> claims.claim("amr", null);
        assertEquals(Arrival.NO_SECOND_FACTOR, way());
        assertEquals("oidc second-factor", audited());
        house.config.put("trust_second_factor", true);
        gate = house.gate();
        assertEquals(Arrival.DONE, way());
    }

    @Test
    public void aRequiredLevelIsAskedForAndChecked() {
        house.config.put("required_acr", "gold, 3");
        gate = house.gate();
        assertTrue(House.depart(gate).address().contains("acr_values=3+gold"));
        assertEquals(Arrival.NO_SECOND_FACTOR, way());
        provider.lie = claims -> claims.claim("acr", "1");
        assertEquals(Arrival.NO_SECOND_FACTOR, way());
        provider.lie = claims -> claims.claim("acr", "gold");
        assertEquals(Arrival.DONE, way());
    }

    @Test
    public void anAnswerOfAnotherProviderIsNotMixedUp() {
        Departure away = House.depart(gate);
        Map<String, String> answer = provider.signIn(away.address());
        answer.put("iss", "https://another.example.org");
        assertEquals(Arrival.REFUSED, gate.arrive(away.secret(), answer));
        assertEquals(0, provider.tokensAsked.get());
        assertEquals("oidc iss", audited());
    }

    @Test
    public void anErrorOfTheProviderIsRefusedAndItsWordsAreNotKept() {
        Departure away = House.depart(gate);
        Map<String, String> answer = provider.signIn(away.address());
        answer.remove("code");
        answer.put("error", "access_denied");
        answer.put("error_description", "<script>");
        assertEquals(Arrival.REFUSED, gate.arrive(away.secret(), answer));
        assertEquals("oidc error", audited());
    }

    @Test
    public void aProviderThatIsSomebodyElseIsNotAsked() {
        provider.issuer = "https://another.example.org";
        assertTrue(gate.depart(House.SIGN_IN, "192.0.2.1") instanceof Outcome.Refused<Departure>);
    }

    @Test
    public void aClaimThatSaysNothingIsRefusedAndNotAFailure() {
        for (String name : List.of("acr", "azp")) {
            provider.lie = claims -> claims.claim(name, "");
            refused();
            assertEquals("oidc claims", audited());
        }
        provider.lie = claims -> claims.claim("amr", List.of("mfa", ""));
        refused();
    }

    /** The library takes blanks away: " anna" and "anna" would be one person. */
    @Test
    public void aPersonIsThePersonLetterByLetterAndSoIsEverythingElse() {
        for (String name : List.of("iss", "aud", "nonce", "azp")) {
            provider.lie = claims -> claims.claim(name, " " + claims.build().getClaim(name));
            refused();
        }
        for (String name : List.of("sid", "nonce")) {
            provider.lie = claims -> claims.claim(name, 7);
            refused();
        }
        provider.lie = claims -> claims.subject(" " + claims.build().getSubject());
        Departure away = House.depart(gate);
        assertEquals(Arrival.DONE, gate.arrive(away.secret(), provider.signIn(away.address())));
        assertEquals(" subject-1", gate.proved(away.secret()).orElseThrow().subject());
    }

    @Test
    public void aDescriptionThatSaysNothingIsNoAnswer() {
        provider.issuer = "";
        assertTrue(gate.depart(House.SIGN_IN, "192.0.2.1") instanceof Outcome.Refused);
    }
}
