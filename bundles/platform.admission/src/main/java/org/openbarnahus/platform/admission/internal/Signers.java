// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbarnahus.platform.admission.NotAdmittedException;
import org.openbarnahus.platform.admission.Refusal.Reason;

/** Whom the site trusts: the public keys in a folder, {@code <name>.pem}. An empty or missing folder trusts nobody. */
final class Signers {
    private static final String ENDING = ".pem";

    /** What a key is called, and the key. */
    private record Signer(String name, PublicKey key) {}

    private final Map<String, Signer> byFingerprint = new TreeMap<>();

    private Signers() {}

    /** A file that holds no public key trusts nobody. */
    static Signers in(Path folder) {
        Signers signers = new Signers();
        for (Path file : files(folder)) {
            try {
                PublicKey key = Seals.publicKey(Files.readString(file));
                String name = file.getFileName().toString();
                signers.byFingerprint.put(
                        Seals.fingerprint(key), new Signer(name.substring(0, name.length() - ENDING.length()), key));
            } catch (IOException | GeneralSecurityException e) {
                // trusts nobody: what its owner signed is a stranger's, and the page says so
            }
        }
        return signers;
    }

    /**
     * Who signed the jar.
     *
     * @param text of the file beside it, empty when there is none
     */
    String signer(byte[] jar, String text) throws NotAdmittedException {
        SignatureFile file = SignatureFile.parse(text).orElseThrow(() -> new NotAdmittedException(Reason.UNSIGNED, ""));
        Signer signer = byFingerprint.get(file.key());
        if (signer == null) {
            throw new NotAdmittedException(Reason.STRANGER, file.key());
        }
        if (!Seals.signed(signer.key(), jar, file.signature())) {
            throw new NotAdmittedException(Reason.CHANGED, signer.name());
        }
        return signer.name();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
