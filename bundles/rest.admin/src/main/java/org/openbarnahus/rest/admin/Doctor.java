// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;

/** Looks whether the installation is well: database, permissions of what is secret, certificate, national plugin. */
final class Doctor {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);
    private static final Duration SOON = Duration.ofDays(14);

    private final SiteStore store;
    private final TimeSource time;
    private final Places places;
    private final BooleanSupplier countryReady;

    /** Where the installation keeps what. */
    record Places(Path data, Path keys, Path etc, Path clock) {
        Places(Path data, Path keys, Path etc) {
            this(data, keys, etc, Path.of("/run/systemd/timesync/synchronized"));
        }
    }

    Doctor(SiteStore store, TimeSource time, Places places, BooleanSupplier countryReady) {
        this.store = store;
        this.time = time;
        this.places = places;
        this.countryReady = countryReady;
    }

    Reply examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(database());
        findings.add(owner("data directory", List.of(places.data())));
        findings.add(keys());
        findings.add(certificate());
        findings.add(clock());
        findings.add(
                countryReady.getAsBoolean()
                        ? new Finding(true, "national plugin", "active")
                        : new Finding(
                                false,
                                "national plugin",
                                "none for the site's country; set country in etc/org.openbarnahus.site.cfg"));
        boolean well = findings.stream().allMatch(Finding::good);
        List<String> lines = findings.stream().map(Finding::line).toList();
        return new Reply(well ? Reply.DONE : Reply.CANNOT, String.join("\n", lines));
    }

    private Finding database() {
        try {
            store.ping();
            return new Finding(true, "database", store.describe());
        } catch (StoreUnavailableException e) {
            return new Finding(false, "database", "does not answer; see store.url and whether it runs");
        }
    }

    private Finding keys() {
        try (Stream<Path> files = Files.walk(places.keys())) {
            return owner("key directory", files.toList());
        } catch (IOException e) {
            return new Finding(false, "key directory", "cannot be read: " + places.keys());
        }
    }

    private static Finding owner(String what, List<Path> paths) {
        for (Path path : paths) {
            try {
                Set<PosixFilePermission> open = EnumSet.noneOf(PosixFilePermission.class);
                open.addAll(Files.getPosixFilePermissions(path));
                open.retainAll(OTHERS);
                if (!open.isEmpty()) {
                    return new Finding(false, what, "open to others: chmod go-rwx " + path);
                }
            } catch (IOException e) {
                return new Finding(false, what, "cannot be read: " + path);
            }
        }
        return new Finding(true, what, "for the owner only");
    }

    /**
     * One-time codes, sessions and the audit trail go by this machine's clock. systemd-timesyncd leaves a file when it has asked a
     * time server; others leave none that means the same, so that its absence is said and not called wrong.
     */
    private Finding clock() {
        boolean asked = Files.exists(places.clock());
        return new Finding(
                true,
                "clock",
                asked
                        ? "was set by a time server"
                        : "it is not known whether a time server sets it; see timedatectl, or chronyc tracking");
    }

    private Finding certificate() {
        Path file = places.etc().resolve("tls").resolve("server.pem");
        if (!Files.exists(file)) {
            return new Finding(true, "certificate", "your own; its expiry is not watched here");
        }
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            Duration left =
                    Duration.between(time.now(), certificate.getNotAfter().toInstant());
            return new Finding(
                    left.compareTo(SOON) > 0,
                    "certificate",
                    left.isNegative() ? "has expired" : "valid for " + left.toDays() + " more days");
        } catch (IOException | CertificateException e) {
            return new Finding(false, "certificate", "cannot be read: " + file);
        }
    }

    private record Finding(boolean good, String what, String words) {
        String line() {
            return (good ? "ok    " : "WRONG ") + what + ": " + words;
        }
    }
}
