// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.PasskeyRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;

/**
 * What a browser says of a passkey: never a failure; no proof, because nobody here has the private key; a key that it makes is
 * kept only with a challenge of ours. {@code CLIENT} in the JSON stands for client data with a fresh challenge.
 */
public final class PasskeyFuzz {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final UserId USER = new UserId(new UUID(1, 2));
    private static final AccountRecord ACCOUNT = new AccountRecord(
            USER, new ServiceId(new UUID(3, 4)), "anna", Agency.values()[0], Set.of(), true, "", new byte[20], 1);
    private static final PasskeyRecord KNOWN = new PasskeyRecord(
            "known-key".getBytes(StandardCharsets.US_ASCII), USER, cose(), 0, "key", NOW, Optional.empty());
    private static final Passkeys PASSKEYS = new Passkeys(store(), () -> NOW, () -> "hub.example.org");
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([A-Za-z0-9_-]+)\"");

    private PasskeyFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        boolean making = input.choice(2) == 0;
        String json = input.text();
        boolean fresh = json.contains("CLIENT");
        String sent = fresh ? json.replace("CLIENT", client(making)) : json;
        if (making) {
            Optional<PasskeyRecord> made = PASSKEYS.made(ACCOUNT, sent, "key");
            Claim.that(made.isEmpty() || fresh, "no key without a challenge of ours");
            made.ifPresent(key -> {
                Claim.that(key.id().length > 0 && key.publicKey().length > 0, "a key has a name and a key");
                Claim.same(USER, key.account(), "a key belongs to who asked");
                Claim.that(PASSKEYS.made(ACCOUNT, sent, "key").isEmpty(), "a challenge works once");
            });
        } else {
            Claim.that(!PASSKEYS.matches(USER, sent), "no proof without the private key");
            Claim.that(!PASSKEYS.use(USER, sent), "no proof without the private key");
        }
    }

    private static String client(boolean making) {
        Matcher challenge = CHALLENGE.matcher(making ? PASSKEYS.creation(ACCOUNT) : PASSKEYS.request());
        if (!challenge.find()) {
            throw new IllegalStateException("no challenge");
        }
        String text = "{\"type\":\"webauthn." + (making ? "create" : "get") + "\",\"challenge\":\"" + challenge.group(1)
                + "\",\"origin\":\"https://hub.example.org\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SignInStore store() {
        return (SignInStore) Proxy.newProxyInstance(
                PasskeyFuzz.class.getClassLoader(),
                new Class<?>[] {SignInStore.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "passkeys" -> List.of(KNOWN);
                    case "passkey" ->
                        Optional.of(KNOWN).filter(k -> java.util.Arrays.equals(k.id(), (byte[]) arguments[0]));
                    case "usePasskey" -> true;
                    default -> throw new AssertionError("not expected: " + method);
                });
    }

    /** A public key whose private half nobody keeps, in COSE: ES256. */
    private static byte[] cose() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
            byte[] der = generator.generateKeyPair().getPublic().getEncoded();
            byte[] cose = new byte[77];
            byte[] head = java.util.HexFormat.of().parseHex("a5010203262001215820");
            System.arraycopy(head, 0, cose, 0, head.length);
            System.arraycopy(der, der.length - 64, cose, head.length, 32);
            System.arraycopy(new byte[] {0x22, 0x58, 0x20}, 0, cose, head.length + 32, 3);
            System.arraycopy(der, der.length - 32, cose, head.length + 35, 32);
            return cose;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
