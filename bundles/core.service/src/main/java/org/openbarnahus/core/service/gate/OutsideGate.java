// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The way to an identity provider outside and back. Registered by auth.oidc while a provider is configured, and not
 * otherwise. Says who somebody is out there; what that means in here is decided by engine.access and auth.local.
 */
@ProviderType
public interface OutsideGate {
    /** What the deployer calls the provider, for buttons. */
    String name();

    /**
     * Begins a way. Refused as busy when the provider does not answer, or too many are under way from the source.
     *
     * @param source network address
     */
    Outcome<Departure> depart(Errand errand, String source);

    /**
     * The browser came back. Works once for each departure, whatever comes of it; a failure is in the audit trail.
     *
     * @param secret what the browser held meanwhile
     * @param answer the parameters it brought, each of them once
     */
    Arrival arrive(String secret, Map<String, String> answer);

    /** What was proved on the way, until it is used or ten minutes have passed since the departure. */
    Optional<Proved> proved(String secret);

    /** Uses it up: true once. */
    boolean use(String secret);

    /**
     * What the provider says about the end of a session there; empty when it is not to be believed, or was said before.
     *
     * @param logoutToken as it came
     */
    default Optional<SignedOut> signedOut(String logoutToken) {
        return Optional.empty();
    }

    /** Where a browser signs out there and comes back from; empty when the provider has no such place. */
    default Optional<String> wayOut() {
        return Optional.empty();
    }

    /** What somebody goes there for. */
    enum Kind {
        SIGN_IN,
        LINK,
        STEP_UP
    }

    /** How a way ended. */
    enum Arrival {
        DONE,
        /** Too late, a second time, or not the browser that left. */
        EXPIRED,
        REFUSED,
        /** The provider did not say that a second factor was used. */
        NO_SECOND_FACTOR,
        UNREACHABLE
    }

    /**
     * @param session id of the session that it is for; empty for signing in
     * @param target where to go on afterwards, a path of ours
     */
    record Errand(Kind kind, String session, String target) {}

    /**
     * @param address of the provider, to go to
     * @param secret for the browser to hold
     */
    record Departure(String address, String secret) {
        /** Keeps secrets out of logs. */
        @Override
        public String toString() {
            return "Departure[…]";
        }
    }

    /**
     * @param issuer and subject: who it is, for ever
     * @param authenticated when the provider saw the person last
     * @param session what the provider calls its own session; empty when it does not say
     */
    record Proved(Errand errand, String issuer, String subject, Instant authenticated, String session) {
        public Proved(Errand errand, String issuer, String subject, Instant authenticated) {
            this(errand, issuer, subject, authenticated, "");
        }

        /** Keeps people out of logs. */
        @Override
        public String toString() {
            return "Proved[" + errand.kind() + "]";
        }
    }

    /**
     * That a session there is over.
     *
     * @param subject whose; empty when only the session is named
     * @param session which; empty when all of the subject are
     */
    record SignedOut(String issuer, String subject, String session) {
        /** Keeps people out of logs. */
        @Override
        public String toString() {
            return "SignedOut[…]";
        }
    }
}
