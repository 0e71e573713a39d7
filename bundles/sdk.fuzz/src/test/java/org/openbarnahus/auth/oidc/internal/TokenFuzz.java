// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbarnahus.auth.oidc.internal.TokenCheck.Person;
import org.openbarnahus.auth.oidc.internal.TokenCheck.RefusedException;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;

/**
 * Id tokens: what the provider has not signed is nobody; what it has signed, whatever it says, is refused or is a person for
 * whom everything that was asked for stands in the token. {@code NOW} in the claims stands for this second.
 */
public final class TokenFuzz {
    private static final BearerAccessToken ACCESS = new BearerAccessToken("access");
    private static final TokenCheck CHECK = new TokenCheck(Provided.settings(), Provided.known());

    private TokenFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        boolean signed = input.choice(2) == 0;
        Instant now = Instant.now();
        String claims = input.text().replace("NOW", Long.toString(now.getEpochSecond()));
        try {
            JWT token = JWTParser.parse(signed ? signed(claims) : claims);
            Person person = CHECK.check(token, ACCESS, Provided.DEPARTED, now);
            Claim.that(signed, "what the provider has not signed is nobody");
            asked(JSONObjectUtils.parse(claims), person, now);
        } catch (ParseException | RefusedException e) {
            Claim.that(!String.valueOf(e.getMessage()).isEmpty(), "a refusal has a word");
        } catch (IOException e) {
            throw new UncheckedIOException("no token makes the keys that lie there unreachable", e);
        }
    }

    private static void asked(Map<String, Object> claims, Person person, Instant now) {
        Claim.same(Provided.ISSUER, claims.get("iss"), "the issuer is the one");
        Claim.that(
                "hub".equals(claims.get("aud"))
                        || claims.get("aud") instanceof List<?> several && several.contains("hub"),
                "it is for us");
        Claim.same("nonce", claims.get("nonce"), "it answers our question");
        Claim.same(person.subject(), claims.get("sub"), "it is who it says");
        Claim.that(
                claims.get("exp") instanceof Number end && end.longValue() > now.getEpochSecond() - 60,
                "it has not run out");
        Claim.that(
                !person.secondFactor() || claims.get("amr") instanceof List<?> means && means.contains("mfa"),
                "a second factor is not made up");
    }

    /** As the bytes are: a library that builds claims would tidy them up. */
    private static String signed(String claims) {
        try {
            JWSObject object = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), new Payload(claims));
            object.sign(new RSASSASigner(Provided.KEY));
            return object.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
