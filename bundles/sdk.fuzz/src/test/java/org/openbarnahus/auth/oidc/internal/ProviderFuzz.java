// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;

/** What a provider says of itself: not believed, or the issuer is ours and every address has TLS. */
public final class ProviderFuzz {
    private ProviderFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String description = new Input(data).text();
        Provider provider = new Provider(
                Provided.settings(), url -> new Resource(description, "application/json"), () -> Instant.EPOCH);
        try {
            Provider.Known known = provider.known();
            Claim.same(Provided.ISSUER, known.metadata().getIssuer().getValue(), "it is the one we know");
            safe(known.metadata().getTokenEndpointURI());
            safe(known.metadata().getAuthorizationEndpointURI());
            safe(known.metadata().getJWKSetURI());
        } catch (IOException e) {
            Claim.that(!String.valueOf(e.getMessage()).isEmpty(), "a refusal has a reason");
        }
    }

    private static void safe(URI address) {
        Claim.that(
                "https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null,
                "an address has TLS and a host");
    }
}
