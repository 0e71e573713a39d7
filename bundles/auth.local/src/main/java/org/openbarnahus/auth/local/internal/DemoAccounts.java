// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.openbarnahus.core.service.text.AgreementText;
import org.openbarnahus.core.service.text.TrainingText;

/**
 * Makes the accounts of a demonstration, with random passwords and secrets, and writes them down in
 * {@code demo-credentials.json} when all are there. Started again after being interrupted, it gives every account new
 * ones; once the file is there, it does nothing.
 */
final class DemoAccounts {
    static final String FILE = "demo-credentials.json";
    private static final String DETAIL = "demo";

    private final SiteStore store;
    private final SignInStore signIns;
    private final PasswordHasher hasher;
    private final TimeSource time;
    private final Path file;
    private final Supplier<String> baseUrl;

    DemoAccounts(
            SiteStore store,
            SignInStore signIns,
            PasswordHasher hasher,
            TimeSource time,
            Path data,
            Supplier<String> baseUrl) {
        this.store = store;
        this.signIns = signIns;
        this.hasher = hasher;
        this.time = time;
        this.file = data.resolve(FILE);
        this.baseUrl = baseUrl;
    }

    /**
     * @throws StoreUnavailableException when the database does not answer; calling again goes on
     */
    void make() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        DemoPlan.HOUSES.forEach(this::house);
        List<DemoFile.User> users = new ArrayList<>();
        for (DemoPlan.Member member : DemoPlan.members()) {
            users.add(account(member));
        }
        PrivateFile.write(file, DemoFile.text(baseUrl.get(), DemoPlan.HOUSES, users));
    }

    /** Whoever makes the demo cases needs the houses too and may be first. */
    private void house(BarnahusRecord house) {
        if (store.service(house.id()).isPresent()) {
            return;
        }
        try {
            store.insert(house, Records.audit(time.now(), house, DETAIL));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            if (store.service(house.id()).isEmpty()) {
                throw e;
            }
        }
    }

    private DemoFile.User account(DemoPlan.Member member) {
        String password = Base32.encode(Argon2.random(15)).toLowerCase(Locale.ROOT);
        byte[] secret = Argon2.random(Totp.SECRET_BYTES);
        String hash = hasher.hash(password);
        Optional<AccountRecord> before = store.account(member.username());
        AccountRecord account = before.map(known -> Records.with(known, hash, secret))
                .orElseGet(() -> new AccountRecord(
                        member.id(),
                        member.house().id(),
                        member.username(),
                        member.agency(),
                        Set.of(member.role()),
                        true,
                        hash,
                        secret,
                        0));
        if (before.isPresent()) {
            store.update(account, audit(account, AuditEntry.Action.CHANGE));
        } else {
            store.insert(account, audit(account, AuditEntry.Action.CREATE));
        }
        sign(member, account);
        train(account);
        return new DemoFile.User(member, password, Base32.encode(secret));
    }

    /** Nobody reads an agreement to look at a demonstration. */
    private void sign(DemoPlan.Member member, AccountRecord account) {
        if (!signIns.acceptances(account.id()).isEmpty()) {
            return;
        }
        String text = AgreementText.builtIn().getOrDefault("en", "");
        signIns.accept(
                new AcceptanceRecord(
                        account.id(),
                        AgreementText.BUILT_IN_VERSION,
                        "en",
                        AgreementText.hash(text),
                        member.username(),
                        member.role().code(),
                        member.house().name(),
                        time.now()),
                Records.audit(time.now(), account, AuditEntry.Action.CREATE, Set.of("agreement"), DETAIL));
    }

    private void train(AccountRecord account) {
        if (signIns.trainings(account.id()).isEmpty()) {
            signIns.passed(
                    new TrainingRecord(account.id(), TrainingText.VERSION, "en", time.now()),
                    Records.audit(time.now(), account, AuditEntry.Action.CREATE, Set.of("training"), DETAIL));
        }
    }

    private AuditEntry audit(AccountRecord account, AuditEntry.Action action) {
        return Records.audit(time.now(), account, action, Set.of("password_hash", "otp_secret"), DETAIL);
    }
}
