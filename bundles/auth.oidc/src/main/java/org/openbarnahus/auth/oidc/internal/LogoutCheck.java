// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openbarnahus.auth.oidc.internal.TokenCheck.RefusedException;
import org.openbarnahus.core.service.gate.OutsideGate.SignedOut;

/**
 * Everything a logout token must say before it is believed (OpenID Connect Back-Channel Logout 1.0, 2.6): signed as an id token is,
 * of the type that no other token has, for us, of this moment, with the one event it stands for and without a nonce. So no id token
 * can be sent in its place, and none that was seen before ends anything once more.
 */
record LogoutCheck(Settings settings, Provider.Known provider) {
    /** So old one may be; providers send it at once, and try again for a little while. */
    static final Duration LIFE = Duration.ofMinutes(2);

    /**
     * @param id of the token, once for ever
     * @param until after which it would be refused as too old
     */
    record Said(SignedOut over, String id, Instant until) {}

    Said check(String token, Instant now) throws RefusedException, IOException {
        try {
            return said(validated(token), now);
        } catch (RuntimeException e) {
            // the library throws several for a header or a claim that is there and says nothing; anybody can send one
            throw new RefusedException("claims");
        }
    }

    private LogoutTokenClaimsSet validated(String token) throws RefusedException, IOException {
        LogoutTokenValidator validator = new LogoutTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.clientId()),
                true,
                new JWSVerificationKeySelector<SecurityContext>(TokenCheck.ALGORITHMS, provider.keys()),
                null);
        try {
            return validator.validate(SignedJWT.parse(token));
        } catch (JWKSetUnavailableException e) {
            throw new IOException("its keys cannot be had", e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new RefusedException("logout token");
        }
    }

    private Said said(LogoutTokenClaimsSet claims, Instant now) throws RefusedException {
        Duration skew = settings.skew();
        Instant issued = claims.getIssueTime().toInstant();
        Instant until = issued.plus(LIFE).plus(skew);
        require(!issued.isAfter(now.plus(skew)) && now.isBefore(until), "iat");
        Instant expires = Optional.ofNullable(claims.getDateClaim("exp"))
                .map(java.util.Date::toInstant)
                .orElse(until);
        require(now.isBefore(expires.plus(skew)), "exp");
        require(claims.getClaim("nonce") == null, "nonce");
        String subject = TokenCheck.said(claims, "sub");
        String session = TokenCheck.said(claims, "sid");
        require(TokenCheck.isName(subject) && TokenCheck.isName(session), "sub");
        require(!subject.isEmpty() || !session.isEmpty(), "sub");
        return new Said(
                new SignedOut(settings.issuer(), subject, session),
                claims.getJWTID().getValue(),
                until);
    }

    private static void require(boolean right, String reason) throws RefusedException {
        if (!right) {
            throw new RefusedException(reason);
        }
    }
}
