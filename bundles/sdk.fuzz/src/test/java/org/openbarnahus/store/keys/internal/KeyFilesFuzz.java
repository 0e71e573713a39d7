// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;
import org.openbarnahus.sdk.fuzz.Tree;

/** Key files with damage in them: refused as damaged, never used, never overwritten. */
public final class KeyFilesFuzz {
    private static final Path PLACE = Tree.scratch().resolve("keys");
    private static final Keysets KEYSETS = new Keysets(new KeyDirectory(PLACE), new SecureRandom(), Roots.Place.FILE);

    private KeyFilesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Input input = new Input(data);
        boolean signing = input.choice(2) == 1;
        Path file = PLACE.resolve(signing ? "audit-signing.key" : "fuzz.keyset");
        byte[] content = input.rest();
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try {
            if (signing) {
                FileAuditSigner signer = new FileAuditSigner(PLACE);
                Claim.same(64, signer.sign(new byte[] {1}).length, "a key that is taken can sign");
            } else {
                opened(content);
            }
        } catch (IllegalStateException e) {
            Claim.that(String.valueOf(e.getMessage()).contains("key file"), "it says that the key file is damaged");
        }
        Claim.that(java.util.Arrays.equals(content, Files.readAllBytes(file)), "the file is as it was");
        Files.delete(file);
    }

    private static void opened(byte[] content) {
        Optional<Versions> versions = KEYSETS.load("fuzz");
        try {
            versions.orElseThrow().newest().encrypt("a".getBytes(StandardCharsets.UTF_8), new byte[0]);
            throw new AssertionError("nobody else can make a keyset of " + content.length + " bytes");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
