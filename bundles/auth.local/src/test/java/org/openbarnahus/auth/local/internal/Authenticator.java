// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.id.UserId;

/** A device with one passkey (WebAuthn Level 2, ES256, no attestation), as honest as it is told to be. */
final class Authenticator {
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([A-Za-z0-9_-]+)\"");
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int ATTESTED = 0x40;

    final byte[] id = Argon2.random(16);
    String host = "localhost";
    String origin = "https://localhost:8443";
    boolean verified = true;
    int counter;
    UserId owner = new UserId(new UUID(0, 0));
    private final KeyPair keys;

    Authenticator() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the browser answers to creation options. */
    String make(String options) {
        byte[] client = client("webauthn.create", options);
        byte[] data = joined(data(ATTESTED), new byte[16], shorts(id.length), id, cose());
        byte[] attestation = joined(
                bytes(0xa3),
                text("fmt"),
                text("none"),
                text("attStmt"),
                bytes(0xa0),
                text("authData"),
                bytes(0x59),
                shorts(data.length),
                data);
        return answer(
                "\"clientDataJSON\":\"" + text64(client) + "\",\"attestationObject\":\"" + text64(attestation) + "\"");
    }

    /** What it answers to request options; the counter goes on with each. */
    String sign(String options) {
        counter++;
        byte[] client = client("webauthn.get", options);
        byte[] data = data(0);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(joined(data, sha256(client)));
            return answer("\"clientDataJSON\":\"" + text64(client) + "\",\"authenticatorData\":\"" + text64(data)
                    + "\",\"signature\":\"" + text64(signature.sign()) + "\",\"userHandle\":\""
                    + text64(KnownPasskeys.handle(owner).getBytes()) + "\"");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(String response) {
        String name = text64(id);
        return "{\"id\":\"" + name + "\",\"rawId\":\"" + name + "\",\"type\":\"public-key\",\"response\":{" + response
                + "},\"clientExtensionResults\":{}}";
    }

    private byte[] client(String type, String options) {
        Matcher challenge = CHALLENGE.matcher(options);
        if (!challenge.find()) {
            throw new AssertionError("no challenge in " + options);
        }
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge.group(1) + "\",\"origin\":\"" + origin
                        + "\"}")
                .getBytes(UTF_8);
    }

    private byte[] data(int more) {
        return joined(
                sha256(host.getBytes(UTF_8)),
                bytes(PRESENT | (verified ? VERIFIED : 0) | more),
                ByteBuffer.allocate(4).putInt(counter).array());
    }

    /** {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
    private byte[] cose() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return joined(
                bytes(0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32),
                coordinate(key.getW().getAffineX().toByteArray()),
                bytes(0x22, 0x58, 32),
                coordinate(key.getW().getAffineY().toByteArray()));
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int from = Math.max(0, number.length - 32);
        System.arraycopy(number, from, fixed, 32 - (number.length - from), number.length - from);
        return fixed;
    }

    private static byte[] text(String text) {
        return joined(bytes(0x60 | text.length()), text.getBytes(UTF_8));
    }

    private static byte[] shorts(int number) {
        return bytes(number >> 8, number & 0xff);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
