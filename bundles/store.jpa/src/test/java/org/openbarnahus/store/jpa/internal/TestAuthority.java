// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority for one test, and what it signs. */
final class TestAuthority {
    private final Path directory;
    private final KeyPair keys;
    final X509Certificate certificate;
    private int serial = 1;

    TestAuthority(Path directory, String name) throws Exception {
        this.directory = directory;
        keys = pair();
        certificate = signed(name, name, keys, keys.getPrivate(), true, Optional.empty());
        pem(name + ".crt", "CERTIFICATE", certificate.getEncoded());
    }

    /** Writes NAME.crt and NAME.key (PEM), NAME.pk8 and NAME.p12 with the password "secret"; common name is the name. */
    void issue(String file, String commonName, Optional<String> address) throws Exception {
        KeyPair own = pair();
        X509Certificate made = signed(
                certificate.getSubjectX500Principal().getName().substring("CN=".length()),
                commonName,
                own,
                keys.getPrivate(),
                false,
                address);
        pem(file + ".crt", "CERTIFICATE", made.getEncoded());
        pem(file + ".key", "PRIVATE KEY", own.getPrivate().getEncoded());
        Files.write(directory.resolve(file + ".pk8"), own.getPrivate().getEncoded());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "secret".toCharArray();
        store.setKeyEntry("user", own.getPrivate(), password, new Certificate[] {made, certificate});
        try (OutputStream out = Files.newOutputStream(directory.resolve(file + ".p12"))) {
            store.store(out, password);
        }
        for (String each : new String[] {".key", ".pk8", ".p12"}) {
            Files.setPosixFilePermissions(directory.resolve(file + each), PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void pem(String file, String what, byte[] content) throws Exception {
        Files.writeString(
                directory.resolve(file),
                "-----BEGIN " + what + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + what
                        + "-----\n");
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate signed(
            String issuer, String subject, KeyPair own, PrivateKey by, boolean authority, Optional<String> address)
            throws Exception {
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal("CN=" + issuer),
                BigInteger.valueOf(serial++),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                new X500Principal("CN=" + subject),
                own.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (address.isPresent()) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, address.get())));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
    }
}
