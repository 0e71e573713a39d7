// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.service.gate.OutsideGate.Kind;

/**
 * Everything an id token must say before it is believed (OpenID Connect Core, 3.1.3.7). Signatures with a public key only: a
 * secret that two know proves nothing, and no signature even less.
 */
record TokenCheck(Settings settings, Provider.Known provider) {
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final int LONGEST = 255;

    /** The token is not to be believed. The reason is for the audit trail: a word, nothing of the token. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        RefusedException(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /**
     * When the provider saw the person, and who it is.
     *
     * @param session what the provider calls its session; empty when it does not say
     */
    record Person(String subject, Instant authenticated, boolean secondFactor, String session) {}

    /**
     * @throws IOException when the provider's keys cannot be had: then the token is neither right nor wrong
     */
    Person check(JWT token, AccessToken access, Departed departed, Instant now) throws RefusedException, IOException {
        try {
            return person(token, access, departed, now);
        } catch (RuntimeException e) {
            // the library throws several for a claim that is there and says nothing
            throw new RefusedException("claims");
        }
    }

    private Person person(JWT token, AccessToken access, Departed departed, Instant now)
            throws RefusedException, IOException {
        IDTokenClaimsSet claims = validated(token, departed);
        String us = settings.clientId();
        Object audience = claims.getClaim("aud");
        require(us.equals(audience) || audience instanceof List<?> several && several.contains(us), "aud");
        require(said(claims, "iss").equals(settings.issuer()), "iss");
        String authorized = said(claims, "azp");
        require(authorized.isEmpty() ? claims.getAudience().size() == 1 : authorized.equals(us), "azp");
        // it was made after the departure; that is not asked to the second, because clocks differ
        Instant issued = claims.getIssueTime().toInstant();
        require(
                !issued.isAfter(now.plus(settings.skew()))
                        && issued.isAfter(departed.at().minus(Flows.LIFE)),
                "iat");
        hash(token, access, claims.getAccessTokenHash());
        String subject = said(claims, "sub");
        require(!subject.isEmpty() && isName(subject), "sub");
        String session = said(claims, "sid");
        require(isName(session), "sid");
        return new Person(subject, authenticated(claims, departed, now), secondFactor(claims), session);
    }

    private IDTokenClaimsSet validated(JWT token, Departed departed) throws RefusedException, IOException {
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<SecurityContext>(ALGORITHMS, provider.keys()),
                null);
        validator.setMaxClockSkew((int) settings.skew().toSeconds());
        try {
            return validator.validate(token, departed.nonce());
        } catch (JWKSetUnavailableException e) {
            throw new IOException("its keys cannot be had", e);
        } catch (BadJOSEException | JOSEException e) {
            throw new RefusedException("token");
        }
    }

    private static void hash(JWT token, AccessToken access, AccessTokenHash hash) throws RefusedException {
        if (hash != null) {
            try {
                AccessTokenValidator.validate(
                        access,
                        JWSAlgorithm.parse(token.getHeader().getAlgorithm().getName()),
                        hash);
            } catch (InvalidHashException e) {
                throw new RefusedException("at_hash");
            }
        }
    }

    /** It was asked for with max_age, so it must be there; for a step-up it must lie after the departure. */
    private Instant authenticated(IDTokenClaimsSet claims, Departed departed, Instant now) throws RefusedException {
        Date stated = claims.getAuthenticationTime();
        if (stated == null) {
            throw new RefusedException("auth_time");
        }
        Instant at = stated.toInstant();
        Instant earliest =
                departed.errand().kind() == Kind.SIGN_IN ? departed.at().minus(settings.maxAge()) : departed.at();
        Duration skew = settings.skew();
        require(
                !at.isBefore(earliest.truncatedTo(ChronoUnit.SECONDS).minus(skew)) && !at.isAfter(now.plus(skew)),
                "auth_time");
        return at;
    }

    private boolean secondFactor(IDTokenClaimsSet claims) throws RefusedException {
        String acr = said(claims, "acr");
        List<String> amr = Optional.ofNullable(claims.getStringListClaim("amr")).orElse(List.of());
        require(amr.stream().noneMatch(String::isBlank), "claims");
        return (settings.acr().isEmpty() || settings.acr().contains(acr))
                && Set.copyOf(amr).containsAll(settings.amr());
    }

    /**
     * A claim letter by letter, empty when it is not there. The library takes blanks away at both ends, so that two people would be
     * one.
     */
    static String said(ClaimsSet claims, String name) throws RefusedException {
        Object claim = claims.getClaim(name);
        if (claim == null) {
            return "";
        }
        if (claim instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new RefusedException("claims");
    }

    /** Of a person or a session: not too long, and without signs that a database, a log or a page could trip over. */
    static boolean isName(String text) {
        return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean right, String reason) throws RefusedException {
        if (!right) {
            throw new RefusedException(reason);
        }
    }
}
