// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.AttestedCredentialData;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.PasskeyRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Passkeys (W3C WebAuthn level 2). The policy is checked here and not left to the browser: our challenge, our address, the
 * user verified by the authenticator, a counter that moves on. Attestation is not asked for.
 */
@Component(service = Passkeys.class)
public class Passkeys {
    private static final int LONGEST_JSON = 20_000;
    private static final String SIGN_IN = "sign-in";

    private final SignInStore store;
    private final TimeSource time;
    private final Supplier<String> host;
    private final Challenges challenges = new Challenges();

    @Activate
    public Passkeys(@Reference SignInStore store, @Reference TimeSource time, @Reference ConfigurationAdmin admin) {
        this(store, time, () -> OwnAddress.host(admin));
    }

    /**
     * @param host the name in the browser's address line that passkeys belong to
     */
    Passkeys(SignInStore store, TimeSource time, Supplier<String> host) {
        this.store = store;
        this.time = time;
        this.host = host;
    }

    /** JSON of PublicKeyCredentialCreationOptions for one more passkey of the account. */
    String creation(AccountRecord account) {
        try {
            return creation(account, challenges.fresh(account.id().toString(), time.now()))
                    .toCredentialsCreateJson();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PublicKeyCredentialCreationOptions creation(AccountRecord account, byte[] challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(identity())
                .user(UserIdentity.builder()
                        .name(account.username())
                        .displayName(account.username())
                        .id(KnownPasskeys.handle(account.id()))
                        .build())
                .challenge(new ByteArray(challenge))
                .pubKeyCredParams(List.of(
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.RS256))
                .excludeCredentials(known(account.id()))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    private Set<PublicKeyCredentialDescriptor> known(UserId account) {
        return store.passkeys(account).stream()
                .map(key -> PublicKeyCredentialDescriptor.builder()
                        .id(new ByteArray(key.id()))
                        .build())
                .collect(Collectors.toSet());
    }

    /** The passkey that the browser has made, if everything about it is right; not yet kept. */
    Optional<PasskeyRecord> made(AccountRecord account, String json, String name) {
        if (json.length() > LONGEST_JSON) {
            return Optional.empty();
        }
        try {
            var response = PublicKeyCredential.parseRegistrationResponseJson(json);
            byte[] challenge =
                    response.getResponse().getClientData().getChallenge().getBytes();
            if (!isOfItsKey(response)
                    || !challenges.genuine(challenge, account.id().toString(), time.now())) {
                return Optional.empty();
            }
            RegistrationResult result = party().finishRegistration(FinishRegistrationOptions.builder()
                    .request(creation(account, challenge))
                    .response(response)
                    .build());
            return result.isUserVerified() && challenges.spend(challenge, time.now())
                    ? Optional.of(new PasskeyRecord(
                            result.getKeyId().getId().getBytes(),
                            account.id(),
                            result.getPublicKeyCose().getBytes(),
                            result.getSignatureCount(),
                            name,
                            time.now(),
                            Optional.empty()))
                    : Optional.empty();
        } catch (IOException | RegistrationFailedException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The name beside the key is that of which the authenticator speaks: the library believes the one beside it. */
    private static boolean isOfItsKey(PublicKeyCredential<AuthenticatorAttestationResponse, ?> response) {
        return response.getResponse()
                .getAttestation()
                .getAuthenticatorData()
                .getAttestedCredentialData()
                .map(AttestedCredentialData::getCredentialId)
                .filter(id -> !id.isEmpty() && id.equals(response.getId()))
                .isPresent();
    }

    /** JSON of PublicKeyCredentialRequestOptions. Names no account and no key: it is the same for everybody. */
    String request() {
        try {
            return request(challenges.fresh(SIGN_IN, time.now())).toCredentialsGetJson();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private AssertionRequest request(byte[] challenge) {
        return AssertionRequest.builder()
                .publicKeyCredentialRequestOptions(PublicKeyCredentialRequestOptions.builder()
                        .challenge(new ByteArray(challenge))
                        .rpId(identity().getId())
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .build();
    }

    /** Whether a passkey of the account has signed a challenge of ours; may be asked again. */
    boolean matches(UserId account, String json) {
        return checked(account, json).isPresent();
    }

    /** The same, and uses the challenge up and moves the counter. */
    boolean use(UserId account, String json) {
        return checked(account, json)
                .filter(checked -> challenges.spend(checked.challenge, time.now())
                        && store.usePasskey(checked.id, checked.seenCount, checked.newCount, time.now()))
                .isPresent();
    }

    private record Checked(byte[] challenge, byte[] id, long seenCount, long newCount) {}

    private Optional<Checked> checked(UserId account, String json) {
        if (json.length() > LONGEST_JSON) {
            return Optional.empty();
        }
        try {
            var response = PublicKeyCredential.parseAssertionResponseJson(json);
            byte[] challenge =
                    response.getResponse().getClientData().getChallenge().getBytes();
            if (!challenges.genuine(challenge, SIGN_IN, time.now())) {
                return Optional.empty();
            }
            AssertionResult result = party().finishAssertion(FinishAssertionOptions.builder()
                    .request(request(challenge))
                    .response(response)
                    .build());
            boolean right = result.isSuccess()
                    && result.isUserVerified()
                    && result.isSignatureCounterValid()
                    && result.getCredential().getUserHandle().equals(KnownPasskeys.handle(account));
            return right
                    ? Optional.of(new Checked(
                            challenge,
                            result.getCredential().getCredentialId().getBytes(),
                            result.getCredential().getSignatureCount(),
                            result.getSignatureCount()))
                    : Optional.empty();
        } catch (IOException | AssertionFailedException e) {
            return Optional.empty();
        } catch (org.openbarnahus.core.service.StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            // whatever a client sends, it is no proof
            return Optional.empty();
        }
    }

    private RelyingPartyIdentity identity() {
        return RelyingPartyIdentity.builder()
                .id(host.get())
                .name("OpenBarnahus")
                .build();
    }

    private RelyingParty party() {
        return RelyingParty.builder()
                .identity(identity())
                .credentialRepository(new KnownPasskeys(store))
                .origins(Set.of("https://" + host.get()))
                .allowOriginPort(true)
                .allowUntrustedAttestation(true)
                .build();
    }
}
