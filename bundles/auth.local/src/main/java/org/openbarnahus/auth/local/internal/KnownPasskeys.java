// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.PasskeyRecord;
import org.openbarnahus.core.service.store.SignInStore;

/** The stored passkeys as the library asks for them; an account's name is its id, and so is its handle. */
record KnownPasskeys(SignInStore store) implements CredentialRepository {
    static ByteArray handle(UserId account) {
        UUID id = account.value();
        return new ByteArray(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    private static Optional<UserId> account(ByteArray handle) {
        if (handle.size() != 2 * Long.BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return Optional.of(new UserId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return Set.of();
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return Optional.of(handle(UserId.of(username)));
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray handle) {
        return account(handle).map(UserId::toString);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray id, ByteArray handle) {
        return store.passkey(id.getBytes())
                .filter(key -> handle(key.account()).equals(handle))
                .map(KnownPasskeys::credential);
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray id) {
        return store.passkey(id.getBytes())
                .map(KnownPasskeys::credential)
                .map(Set::of)
                .orElse(Set.of());
    }

    private static RegisteredCredential credential(PasskeyRecord key) {
        return RegisteredCredential.builder()
                .credentialId(new ByteArray(key.id()))
                .userHandle(handle(key.account()))
                .publicKeyCose(new ByteArray(key.publicKey()))
                .signatureCount(key.signCount())
                .build();
    }
}
