// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.auth.oidc.internal.LogoutCheck.Said;
import org.openbarnahus.auth.oidc.internal.TokenCheck.Person;
import org.openbarnahus.auth.oidc.internal.TokenCheck.RefusedException;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.gate.OutsideGate;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authorization code flow: out with state, nonce and a challenge, back with a code, and the code for an id token. */
final class OidcGate implements OutsideGate {
    private static final Logger LOG = LoggerFactory.getLogger(OidcGate.class);

    private final Settings settings;
    private final Provider provider;
    private final Fetch fetch;
    private final Flows flows = new Flows();
    private final Seen seen = new Seen();
    private final Trouble trouble;
    private final SiteStore store;
    private final TimeSource time;

    OidcGate(Settings settings, Fetch fetch, SiteStore store, TimeSource time) {
        this.settings = settings;
        this.fetch = fetch;
        this.provider = new Provider(settings, fetch, time);
        this.store = store;
        this.time = time;
        this.trouble = new Trouble(time);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Outcome<Departure> depart(Errand errand, String source) {
        try {
            Departed departed = new Departed(errand, new State(), new Nonce(), new CodeVerifier(), time.now());
            String address = request(departed, provider.known()).toURI().toString();
            return flows.begin(departed, source, time.now())
                    .map(secret -> Outcome.done(new Departure(address, secret)))
                    .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.BUSY)));
        } catch (IOException e) {
            trouble.tell(e);
            return Outcome.refused(Problem.of(ErrorCode.BUSY));
        }
    }

    private AuthenticationRequest request(Departed departed, Provider.Known known) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(settings.scopes().toArray(String[]::new)),
                        new ClientID(settings.clientId()),
                        settings.redirect())
                .endpointURI(known.metadata().getAuthorizationEndpointURI())
                .responseMode(ResponseMode.QUERY)
                .state(departed.state())
                .nonce(departed.nonce())
                .codeChallenge(departed.verifier(), CodeChallengeMethod.S256);
        if (!settings.acr().isEmpty()) {
            request.acrValues(settings.acr().stream().map(ACR::new).toList());
        }
        // what gives a way in, or counts as a fresh second factor, wants the person and not what a browser remembers
        return departed.errand().kind() == Kind.SIGN_IN
                ? request.maxAge((int) settings.maxAge().toSeconds()).build()
                : request.prompt(Prompt.Type.LOGIN).maxAge(0).build();
    }

    @Override
    public Arrival arrive(String secret, Map<String, String> answer) {
        Optional<Departed> departed = flows.back(secret, time.now());
        if (departed.isEmpty()) {
            return Arrival.EXPIRED;
        }
        Arrival arrival;
        try {
            arrival = proved(secret, departed.get(), answer);
        } catch (RefusedException e) {
            denied(e.reason());
            arrival = Arrival.REFUSED;
        } catch (IOException e) {
            trouble.tell(e);
            arrival = Arrival.UNREACHABLE;
        }
        if (arrival != Arrival.DONE) {
            flows.forget(secret);
        }
        return arrival;
    }

    private Arrival proved(String secret, Departed departed, Map<String, String> answer)
            throws RefusedException, IOException {
        require(same(departed.state().getValue(), answer.get("state")), "state");
        Provider.Known known = provider.known();
        issuer(known, Optional.ofNullable(answer.get("iss")));
        require(!answer.containsKey("error"), "error");
        String code = Optional.ofNullable(answer.get("code")).orElse("");
        require(!code.isBlank(), "code");
        OIDCTokens tokens = tokens(known, new AuthorizationCode(code), departed);
        Person person = new TokenCheck(settings, known)
                .check(tokens.getIDToken(), tokens.getAccessToken(), departed, time.now());
        if (!person.secondFactor()) {
            denied("second-factor");
            return Arrival.NO_SECOND_FACTOR;
        }
        flows.keep(
                secret,
                new Proved(
                        departed.errand(),
                        settings.issuer(),
                        person.subject(),
                        person.authenticated(),
                        person.session()));
        return Arrival.DONE;
    }

    /** RFC 9207: an answer of another provider is not taken for this one's. */
    private void issuer(Provider.Known known, Optional<String> stated) throws RefusedException {
        boolean promised = known.metadata().supportsAuthorizationResponseIssuerParam();
        require(stated.map(settings.issuer()::equals).orElse(!promised), "iss");
    }

    private OIDCTokens tokens(Provider.Known known, AuthorizationCode code, Departed departed)
            throws IOException, RefusedException {
        TokenRequest request = new TokenRequest.Builder(
                        known.metadata().getTokenEndpointURI(),
                        new ClientSecretBasic(new ClientID(settings.clientId()), new Secret(settings.secret())),
                        new AuthorizationCodeGrant(code, settings.redirect(), departed.verifier()))
                .build();
        try {
            TokenResponse response =
                    OIDCTokenResponseParser.parse(request.toHTTPRequest().send(fetch));
            require(response.indicatesSuccess(), "code");
            OIDCTokens tokens = response.toSuccessResponse().getTokens().toOIDCTokens();
            require(tokens.getIDToken() != null, "token");
            return tokens;
        } catch (ParseException | RuntimeException e) {
            // the second is what the library throws for what is there and says nothing
            throw new RefusedException("answer");
        }
    }

    @Override
    public Optional<Proved> proved(String secret) {
        return flows.proved(secret, time.now());
    }

    @Override
    public boolean use(String secret) {
        return flows.use(secret, time.now());
    }

    /** What is not to be believed is not written down: anybody can send it, as often as the rates allow. */
    @Override
    public Optional<SignedOut> signedOut(String logoutToken) {
        try {
            Said said = new LogoutCheck(settings, provider.known()).check(logoutToken, time.now());
            return seen.once(said.id(), said.until(), time.now()) ? Optional.of(said.over()) : Optional.empty();
        } catch (RefusedException e) {
            LOG.debug("a logout token was refused: {}", e.reason());
        } catch (IOException e) {
            trouble.tell(e);
        }
        return Optional.empty();
    }

    /** Without a hint of the token: that one never leaves this server, and no address that a browser keeps holds one. */
    @Override
    public Optional<String> wayOut() {
        if (!settings.signsOutThere()) {
            return Optional.empty();
        }
        try {
            return provider.signOut()
                    .map(place -> place + (place.getRawQuery() == null ? "?" : "&") + "client_id="
                            + encoded(settings.clientId()) + "&post_logout_redirect_uri="
                            + encoded(settings.afterSignOut().toString()));
        } catch (IOException e) {
            trouble.tell(e);
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Bounded by the ways that were begun: whoever has none is not written down. */
    private void denied(String reason) {
        store.audit(AuditEntry.ofTheSite(
                time.now(), AuditEntry.Action.SIGN_IN, "session", "", AuditEntry.Result.DENIED, "oidc " + reason));
    }

    private static boolean same(String expected, @org.jspecify.annotations.Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static void require(boolean right, String reason) throws RefusedException {
        if (!right) {
            throw new RefusedException(reason);
        }
    }
}
