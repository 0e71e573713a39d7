// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.store.TimeSource;

/** What the provider says of itself, and its keys: kept for an hour, asked again for an unknown key at most every 30 seconds. */
final class Provider {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final long KEY_INTERVAL_MILLIS = 30_000;
    private static final long KEYS_KEPT_MILLIS = 15 * 60_000L;
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    /** What was read, and the keys at the address it names. */
    record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant read) {}

    private final Settings settings;
    private final ResourceRetriever fetch;
    private final TimeSource time;
    private @Nullable Known known;
    private Instant away = Instant.EPOCH;

    Provider(Settings settings, ResourceRetriever fetch, TimeSource time) {
        this.settings = settings;
        this.fetch = fetch;
        this.time = time;
    }

    /**
     * One asks, the others wait for it; after a failure nobody asks for a moment, so that a provider that is away holds nobody up.
     *
     * @throws IOException when the provider does not answer, or is not who it should be
     */
    synchronized Known known() throws IOException {
        Known before = known;
        if (before != null && time.running(before.read().plus(KEPT), KEPT)) {
            return before;
        }
        if (time.running(away, PAUSE)) {
            throw new IOException("it did not answer a moment ago");
        }
        try {
            Known fresh = read(before);
            known = fresh;
            return fresh;
        } catch (IOException e) {
            away = time.now().plus(PAUSE);
            throw e;
        }
    }

    /** Where a browser signs out; empty when there is no such place. */
    Optional<URI> signOut() throws IOException {
        URI place = known().metadata().getEndSessionEndpointURI();
        return place == null ? Optional.empty() : Optional.of(allowed(place));
    }

    private Known read(@Nullable Known before) throws IOException {
        OIDCProviderMetadata metadata;
        try {
            metadata = OIDCProviderMetadata.parse(
                    fetch.retrieveResource(URI.create(base() + WELL_KNOWN).toURL())
                            .getContent());
        } catch (ParseException | RuntimeException e) {
            // the second is what the library throws for a name that is there and says nothing
            throw new IOException("the provider's own description cannot be read", e);
        }
        if (!metadata.getIssuer().getValue().equals(settings.issuer())) {
            throw new IOException("the provider calls itself otherwise than the setting issuer does");
        }
        URI keys = allowed(metadata.getJWKSetURI());
        allowed(metadata.getAuthorizationEndpointURI());
        allowed(metadata.getTokenEndpointURI());
        return new Known(
                metadata,
                before != null && keys.equals(before.metadata().getJWKSetURI()) ? before.keys() : source(keys),
                time.now());
    }

    private JWKSource<SecurityContext> source(URI keys) throws IOException {
        return JWKSourceBuilder.create(keys.toURL(), fetch)
                .cache(KEYS_KEPT_MILLIS, settings.transport().timeout().toMillis())
                .refreshAheadCache(false)
                .rateLimited(KEY_INTERVAL_MILLIS)
                .build();
    }

    private URI allowed(@Nullable URI address) throws IOException {
        if (address == null || !settings.transport().allows(address)) {
            throw new IOException("the provider names an address that is missing or without TLS");
        }
        return address;
    }

    private String base() {
        return settings.issuer().endsWith("/")
                ? settings.issuer().substring(0, settings.issuer().length() - 1)
                : settings.issuer();
    }
}
