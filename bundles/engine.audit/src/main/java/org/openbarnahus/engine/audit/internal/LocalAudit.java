// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.LocalAuditService;
import org.openbarnahus.core.service.store.AuditSigner;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ChainedEntry;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Check and dump for whoever owns the data directory. */
@Component
public final class LocalAudit implements LocalAuditService {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'dump-'uuuuMMdd-HHmmss-SSS", Locale.ROOT);

    private final Watch watch;
    private final AuditStore store;
    private final SiteStore site;
    private final AuditSigner signer;
    private final TimeSource time;

    @Activate
    public LocalAudit(
            @Reference Watch watch,
            @Reference AuditStore store,
            @Reference SiteStore site,
            @Reference AuditSigner signer,
            @Reference TimeSource time) {
        this.watch = watch;
        this.store = store;
        this.site = site;
        this.signer = signer;
        this.time = time;
    }

    @Override
    public List<String> check() {
        List<String> faults = new ArrayList<>(
                watch.check().stream().map(Checkpoints.Fault::words).toList());
        for (ChainHead head : store.heads()) {
            store.brokenAt(head.chain())
                    .ifPresent(seq -> faults.add(
                            "Chain " + head.chain() + ": entry " + seq + " was changed, or one is missing before it."));
        }
        return faults;
    }

    @Override
    public Dump dump() {
        Instant now = time.now();
        Checkpoints checkpoints = watch.checkpoints();
        checkpoints.signAll(now);
        try {
            Path home =
                    OwnerOnly.directory(checkpoints.path().resolveSibling(NAME.format(now.atOffset(ZoneOffset.UTC))));
            Path signed = home.resolve("checkpoints.jsonl");
            try (BufferedWriter out = OwnerOnly.create(signed)) {
                out.write(Files.exists(checkpoints.path()) ? Files.readString(checkpoints.path()) : "");
            }
            Path key = home.resolve("public-key.pem");
            try (BufferedWriter out = OwnerOnly.create(key)) {
                out.write(pem(signer.publicKey()));
            }
            Path entries = home.resolve("entries.jsonl");
            long count;
            try (BufferedWriter out = OwnerOnly.create(entries)) {
                count = store.forEach(entry -> write(out, entry));
            }
            audit(now, count);
            return new Dump(entries, signed, key, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void audit(Instant now, long count) {
        site.audit(new AuditEntry(
                now,
                Optional.empty(),
                Optional.empty(),
                "local",
                Purpose.OVERSIGHT,
                AuditEntry.Action.EXPORT,
                "audit",
                "",
                AuditEntry.Result.DONE,
                Set.of(),
                "local,rows:" + count));
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static void write(BufferedWriter out, ChainedEntry entry) {
        try {
            out.write(DumpLine.of(entry));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
