// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;
import org.openbarnahus.core.service.gate.OutsideGate.Errand;

/** What this server remembers of somebody who is at the provider. */
record Departed(Errand errand, State state, Nonce nonce, CodeVerifier verifier, Instant at) {
    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "Departed[" + errand.kind() + "]";
    }
}
