// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates on the curve P-256: an authority of this installation's own, and servers signed by it. */
final class CertificateMaker {
    static final Duration SERVER_LIFE = Duration.ofDays(397);
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private CertificateMaker() {}

    /** A key with its certificate. */
    record Identity(PrivateKey key, X509Certificate certificate) {}

    static Identity authority(Instant now) throws GeneralSecurityException, IOException {
        byte[] mark = new byte[4];
        RANDOM.nextBytes(mark);
        X500Principal name =
                new X500Principal("CN=OpenBarnahus local CA " + HexFormat.of().formatHex(mark));
        KeyPair keys = keys();
        JcaX509v3CertificateBuilder builder = builder(name, name, keys, now, AUTHORITY_LIFE);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new Identity(keys.getPrivate(), signed(builder, keys.getPrivate()));
    }

    /**
     * @param names host names and addresses that browsers will use, at least one
     */
    static Identity server(Identity authority, List<String> names, Instant now)
            throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        JcaX509v3CertificateBuilder builder = builder(
                authority.certificate().getSubjectX500Principal(),
                new X500Principal("CN=OpenBarnahus"),
                keys,
                now,
                SERVER_LIFE);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        GeneralName[] all = names.stream().map(CertificateMaker::generalName).toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
        return new Identity(keys.getPrivate(), signed(builder, authority.key()));
    }

    private static GeneralName generalName(String name) {
        boolean address = name.matches("[0-9.]+|.*:.*");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, KeyPair keys, Instant now, Duration life) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, RANDOM).setBit(126),
                Date.from(now.minus(CLOCK_DIFFERENCE)),
                Date.from(now.plus(life).minus(CLOCK_DIFFERENCE)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
