// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.Test;
import org.openbarnahus.core.service.gate.OutsideGate.Arrival;
import org.openbarnahus.core.service.gate.OutsideGate.Departure;
import org.openbarnahus.core.service.gate.OutsideGate.SignedOut;

/** The end of a session there: what must be said for it to be believed, and the way out. */
public class LogoutTest extends WithProvider {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final UnaryOperator<JWTClaimsSet.Builder> AS_IT_SHOULD = claims -> claims;
    private int tokens;

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer)
                .subject("subject-1")
                .audience("hub")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .jwtID("token-" + tokens++)
                .claim("sid", "s-1")
                .claim("events", Map.of(EVENT, Map.of()));
    }

    private String token(String type, RSAKey key, UnaryOperator<JWTClaimsSet.Builder> lie) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(type))
                        .keyID(key.getKeyID())
                        .build(),
                lie.apply(claims()).build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private boolean believed(UnaryOperator<JWTClaimsSet.Builder> lie) throws Exception {
        return gate.signedOut(token("logout+jwt", provider.key, lie)).isPresent();
    }

    @Test
    public void whatTheProviderSignsIsBelievedOnce() throws Exception {
        String token = token("logout+jwt", provider.key, AS_IT_SHOULD);
        assertEquals(Optional.of(new SignedOut(provider.issuer, "subject-1", "s-1")), gate.signedOut(token));
        assertEquals("a second time it ends nothing", Optional.empty(), gate.signedOut(token));
        assertTrue("another does", believed(AS_IT_SHOULD));
    }

    @Test
    public void oneOfSubjectAndSessionIsEnough() throws Exception {
        assertTrue(believed(claims -> claims.subject(null)));
        assertTrue(believed(claims -> claims.claim("sid", null)));
        assertFalse(believed(claims -> claims.subject(null).claim("sid", null)));
    }

    @Test
    public void anIdTokenIsNoLogoutToken() throws Exception {
        for (String type : List.of("JWT", "at+jwt")) {
            assertFalse(
                    type,
                    gate.signedOut(token(type, provider.key, AS_IT_SHOULD)).isPresent());
        }
        String untyped = FakeProvider.signed(provider.key, claims().build());
        assertFalse(gate.signedOut(untyped).isPresent());
        assertFalse("a nonce", believed(claims -> claims.claim("nonce", "n")));
        assertFalse("no event", believed(claims -> claims.claim("events", null)));
        assertFalse("another event", believed(claims -> claims.claim("events", Map.of("urn:other", Map.of()))));
    }

    @Test
    public void anotherIssuerAudienceKeyOrAlgorithmIsRefused() throws Exception {
        assertFalse(believed(claims -> claims.issuer("https://another.example.org")));
        assertFalse(believed(claims -> claims.audience("another")));
        assertFalse(gate.signedOut(token("logout+jwt", FakeProvider.key("one"), AS_IT_SHOULD))
                .isPresent());
        assertFalse(gate.signedOut(new PlainJWT(claims().build()).serialize()).isPresent());
        SignedJWT shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("logout+jwt"))
                        .build(),
                claims().build());
        shared.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
        assertFalse(gate.signedOut(shared.serialize()).isPresent());
        for (String nothing : List.of("", "x", "a.b.c", "x".repeat(100_000))) {
            assertFalse(gate.signedOut(nothing).isPresent());
        }
    }

    @Test
    public void aTokenOfAnotherTimeOrWithoutANameIsRefused() throws Exception {
        Instant now = Instant.now();
        assertFalse(believed(claims -> claims.issueTime(Date.from(now.minusSeconds(155)))));
        assertFalse(believed(claims -> claims.issueTime(Date.from(now.plusSeconds(40)))));
        assertFalse(believed(claims -> claims.expirationTime(Date.from(now.minusSeconds(70)))));
        assertFalse(believed(claims -> claims.issueTime(null)));
        assertFalse(believed(claims -> claims.jwtID(null)));
        assertTrue(believed(claims -> claims.issueTime(Date.from(now.minusSeconds(140)))));
        house.ahead = Duration.ofSeconds(160);
        assertFalse(believed(AS_IT_SHOULD));
    }

    @Test
    public void whatWasSeenIsForgottenWhenItIsTooOldAnyway() {
        Seen seen = new Seen();
        Instant now = Instant.parse("2026-03-12T08:00:00Z");
        assertTrue(seen.once("a", now.plusSeconds(10), now));
        assertFalse(seen.once("a", now.plusSeconds(10), now.plusSeconds(9)));
        assertTrue(seen.once("a", now.plusSeconds(20), now.plusSeconds(10)));
        for (int i = 1; i < Seen.MOST; i++) {
            assertTrue(seen.once("b" + i, now.plusSeconds(30), now.plusSeconds(10)));
        }
        assertFalse("too many", seen.once("c", now.plusSeconds(30), now.plusSeconds(10)));
    }

    @Test
    public void theProvidersNameOfItsSessionIsKeptForTheDayItEnds() {
        provider.lie = claims -> claims.claim("sid", "s-7");
        Departure away = House.depart(gate);
        assertEquals(Arrival.DONE, gate.arrive(away.secret(), provider.signIn(away.address())));
        assertEquals("s-7", gate.proved(away.secret()).orElseThrow().session());
    }

    @Test
    public void theWayOutIsTheProvidersAndNamesNoToken() throws Exception {
        provider.out = provider.address() + "/out?realm=1";
        assertEquals(
                Optional.of(provider.address() + "/out?realm=1&client_id=hub&post_logout_redirect_uri="
                        + "https%3A%2F%2Fhub.example.org%2Fsign-in%3Fout%3D1"),
                gate.wayOut());
        house.config.put("sign_out_there", false);
        assertEquals(Optional.empty(), house.gate().wayOut());
    }

    @Test
    public void aProviderWithoutAWayOutOrWithAnUnsafeOneHasNone() throws Exception {
        assertEquals(Optional.empty(), gate.wayOut());
        provider.out = "http://elsewhere.example.org/out";
        assertEquals(Optional.empty(), house.gate().wayOut());
    }
}
