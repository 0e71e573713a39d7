// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.openbarnahus.core.service.gate.OutsideGate.Errand;
import org.openbarnahus.core.service.gate.OutsideGate.Kind;

/** A provider, as its targets know it. */
final class Provided {
    static final String ISSUER = "https://id.example.org";
    static final String DESCRIPTION = """
            {"issuer":"https://id.example.org","authorization_endpoint":"https://id.example.org/a",\
            "token_endpoint":"https://id.example.org/t","jwks_uri":"https://id.example.org/k",\
            "response_types_supported":["code"],"subject_types_supported":["public"],\
            "id_token_signing_alg_values_supported":["RS256"]}""";
    static final RSAKey KEY = key();
    static final Departed DEPARTED = new Departed(
            new Errand(Kind.SIGN_IN, "", "/cases"),
            new State("state"),
            new Nonce("nonce"),
            new CodeVerifier("v".repeat(43)),
            Instant.now());

    private Provided() {}

    static Settings settings() {
        return new Settings(
                ISSUER,
                "Region",
                URI.create("https://hub.example.org/sign-in/outside/return"),
                "hub",
                "secret",
                Set.of("openid"),
                Set.of(),
                Set.of("mfa"),
                Duration.ofMinutes(60),
                Duration.ofSeconds(30),
                true,
                new Settings.Transport(Duration.ofSeconds(1), 1 << 18, false));
    }

    static Provider.Known known() {
        try {
            return new Provider.Known(
                    OIDCProviderMetadata.parse(DESCRIPTION), new ImmutableJWKSet<>(new JWKSet(KEY)), Instant.now());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
