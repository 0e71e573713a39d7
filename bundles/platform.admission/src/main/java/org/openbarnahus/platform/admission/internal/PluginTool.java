// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.openbarnahus.platform.admission.NotAdmittedException;

/**
 * {@code hub plugin}: makes keys and signatures, and says whether a jar would be let in. Ends with 0 when all is well, with 2
 * otherwise. Needs no running product.
 */
public final class PluginTool {
    private static final String USAGE = """
            usage: hub plugin key NAME            makes NAME.key (keep it secret) and NAME.pem (give it away)
                   hub plugin sign NAME.key JAR   makes JAR.sig
                   hub plugin verify FOLDER JAR   says who of the keys in FOLDER signed the jar, and whether it may run""";
    private static final int FINE = 0;
    private static final int WRONG = 2;

    private PluginTool() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    /** Does the work of {@link #main} and gives back the exit code. */
    static int run(List<String> arguments, PrintStream out) {
        String what = arguments.size() + (arguments.isEmpty() ? "" : arguments.getFirst());
        try {
            switch (what) {
                case "2key" -> key(Path.of(arguments.get(1)), out);
                case "3sign" -> sign(Path.of(arguments.get(1)), Path.of(arguments.get(2)), out);
                case "3verify" -> verify(Path.of(arguments.get(1)), Path.of(arguments.get(2)), out);
                default -> {
                    out.println(USAGE);
                    return WRONG;
                }
            }
            return FINE;
        } catch (NotAdmittedException e) {
            out.println("refused: " + e.getMessage());
        } catch (IOException e) {
            out.println("cannot read or write " + e.getMessage());
        } catch (GeneralSecurityException e) {
            out.println("not a key: " + e.getMessage());
        }
        return WRONG;
    }

    private static void key(Path name, PrintStream out) throws IOException {
        KeyPair pair = Seals.newKeys();
        Path secret = name.resolveSibling(name.getFileName() + ".key");
        Path open = name.resolveSibling(name.getFileName() + ".pem");
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, Seals.pem(pair.getPrivate()));
        Files.writeString(open, Seals.pem(pair.getPublic()), StandardOpenOption.CREATE_NEW);
        out.println("key " + Seals.fingerprint(pair.getPublic()));
    }

    private static void sign(Path key, Path jar, PrintStream out) throws IOException, GeneralSecurityException {
        PrivateKey secret = Seals.privateKey(Files.readString(key));
        String base = key.getFileName().toString().replaceFirst("\\.key$", "");
        PublicKey open = Seals.publicKey(Files.readString(key.resolveSibling(base + ".pem")));
        byte[] bytes = Files.readAllBytes(jar);
        byte[] signature = Seals.sign(secret, bytes);
        if (!Seals.signed(open, bytes, signature)) {
            throw new GeneralSecurityException(base + ".pem is not the other half of " + base + ".key");
        }
        Path file = jar.resolveSibling(jar.getFileName() + JarFiles.SIGNATURE);
        Files.writeString(file, new SignatureFile(Seals.fingerprint(open), signature).text());
        out.println("signed " + file);
    }

    private static void verify(Path folder, Path jar, PrintStream out) throws IOException, NotAdmittedException {
        byte[] bytes = Files.readAllBytes(jar);
        Path file = jar.resolveSibling(jar.getFileName() + JarFiles.SIGNATURE);
        String signer = Signers.in(folder).signer(bytes, Files.exists(file) ? Files.readString(file) : "");
        try (JarFile read = new JarFile(jar.toFile(), false)) {
            var manifest = Optional.ofNullable(read.getManifest()).orElseThrow(() -> new IOException(jar.toString()));
            Optional<String> bad = Manners.bad(manifest.getMainAttributes()::getValue);
            out.println(bad.map(b -> "signed by " + signer + ", refused: FORBIDDEN " + b)
                    .orElse("fine, signed by " + signer));
            if (bad.isPresent()) {
                throw new NotAdmittedException(org.openbarnahus.platform.admission.Refusal.Reason.FORBIDDEN, bad.get());
            }
        }
    }
}
