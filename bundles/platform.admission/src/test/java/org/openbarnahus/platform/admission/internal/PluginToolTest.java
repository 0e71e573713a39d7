// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.platform.admission.NotAdmittedException;
import org.openbarnahus.platform.admission.Refusal.Reason;

/** Keys, signatures, and what the gate makes of them. */
public class PluginToolTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path work;
    private Path trusted;
    private Path jar;

    @Before
    public void aSignedJar() throws IOException {
        work = folder.getRoot().toPath();
        trusted = Files.createDirectory(work.resolve("plugin-keys"));
        jar = jar("Bundle-SymbolicName: org.example.rule\n");
        assertEquals(0, run("key", work.resolve("house").toString()));
        Files.copy(work.resolve("house.pem"), trusted.resolve("house.pem"));
        assertEquals(0, run("sign", work.resolve("house.key").toString(), jar.toString()));
    }

    @Test
    public void whatATrustedPersonSignedIsFine() {
        assertEquals(0, run("verify", trusted.toString(), jar.toString()));
        assertTrue(said.toString(StandardCharsets.UTF_8).endsWith("fine, signed by house\n"));
    }

    @Test
    public void theSecretHalfIsForItsOwnerOnlyAndIsNeverOverwritten() throws IOException {
        Path secret = work.resolve("house.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        String before = Files.readString(secret);
        assertEquals(2, run("key", work.resolve("house").toString()));
        assertEquals(before, Files.readString(secret));
    }

    @Test
    public void everySingleByteOfTheJarCounts() throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        String signature = Files.readString(signature());
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertEquals("byte " + i, Reason.CHANGED, refusal(changed, signature));
        }
        assertEquals(Reason.CHANGED, refusal(java.util.Arrays.copyOf(bytes, bytes.length + 1), signature));
        assertEquals(Reason.CHANGED, refusal(java.util.Arrays.copyOf(bytes, bytes.length - 1), signature));
    }

    @Test
    public void aStrangersSignatureOneForAnotherPurposeAndNoneAreToldApart() throws Exception {
        byte[] bytes = Files.readAllBytes(jar);
        assertEquals(Reason.UNSIGNED, refusal(bytes, ""));
        assertEquals(Reason.UNSIGNED, refusal(bytes, "ed25519 nonsense"));
        assertEquals(0, run("key", work.resolve("stranger").toString()));
        assertEquals(0, run("sign", work.resolve("stranger.key").toString(), jar.toString()));
        assertEquals(Reason.STRANGER, refusal(bytes, Files.readString(signature())));
        assertEquals(2, run("verify", trusted.toString(), jar.toString()));
        var secret = Seals.privateKey(Files.readString(work.resolve("house.key")));
        var plain = java.security.Signature.getInstance("Ed25519");
        plain.initSign(secret);
        plain.update(bytes);
        String house = Seals.fingerprint(Seals.publicKey(Files.readString(work.resolve("house.pem"))));
        assertEquals(Reason.CHANGED, refusal(bytes, new SignatureFile(house, plain.sign()).text()));
    }

    @Test
    public void aKeyPretendingToBeAnotherIsNotBelieved() throws Exception {
        byte[] bytes = Files.readAllBytes(jar);
        assertEquals(0, run("key", work.resolve("stranger").toString()));
        var secret = Seals.privateKey(Files.readString(work.resolve("stranger.key")));
        String house = Seals.fingerprint(Seals.publicKey(Files.readString(work.resolve("house.pem"))));
        assertEquals(Reason.CHANGED, refusal(bytes, new SignatureFile(house, Seals.sign(secret, bytes)).text()));
    }

    @Test
    public void nobodyIsTrustedByDefault() throws IOException {
        Files.delete(trusted.resolve("house.pem"));
        assertEquals(Reason.STRANGER, refusal(Files.readAllBytes(jar), Files.readString(signature())));
        Files.writeString(trusted.resolve("broken.pem"), "no key");
        assertEquals(Reason.STRANGER, refusal(Files.readAllBytes(jar), Files.readString(signature())));
    }

    @Test
    public void whatIsSignedAndAsksForTooMuchIsToldBeforeItIsSent() throws IOException {
        jar = jar("Bundle-SymbolicName: org.example.rule\nDynamicImport-Package: *\n");
        assertEquals(0, run("sign", work.resolve("house.key").toString(), jar.toString()));
        assertEquals(2, run("verify", trusted.toString(), jar.toString()));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("FORBIDDEN DynamicImport-Package"));
    }

    @Test
    public void wrongUseSaysHowToUseIt() {
        assertEquals(2, run());
        assertEquals(2, run("sign"));
        assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("key "));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("usage: hub plugin"));
    }

    @Test
    public void developmentIsAnExactWordInAFileThatNobodyShips() throws IOException {
        Path file = work.resolve("org.openbarnahus.plugins.cfg");
        assertFalse(Activator.development(file));
        for (String other : List.of("", "development = yes", "#development = true", "development = false")) {
            assertFalse(other, Activator.development(Files.writeString(file, other)));
        }
        assertTrue(Activator.development(Files.writeString(file, "# mine\ndevelopment = true \n")));
    }

    private Reason refusal(byte[] bytes, String signature) {
        try {
            throw new AssertionError(Signers.in(trusted).signer(bytes, signature) + " is said to have signed it");
        } catch (NotAdmittedException e) {
            return e.refusal().reason();
        }
    }

    private Path signature() {
        return jar.resolveSibling(jar.getFileName() + ".sig");
    }

    private Path jar(String headers) throws IOException {
        Path made = work.resolve("rule.jar");
        String text = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n" + headers;
        Manifest manifest = new Manifest(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try (var out = Files.newOutputStream(made);
                JarOutputStream archive = new JarOutputStream(out, manifest)) {
            archive.finish();
        }
        return made;
    }

    private int run(String... arguments) {
        return PluginTool.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
