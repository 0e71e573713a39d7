// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what may be a password, and computes hashes: so few at a time that a flood of sign-ins fills neither memory (a quarter of the heap at most)
 * nor all processors. Measured with 64 MiB and 3 passes: about 0.25 s each on one core.
 *
 * <p>Every method throws {@link RejectedExecutionException} when too many wait already.
 */
@Component(service = PasswordHasher.class, configurationPid = LocalConfig.PID)
@Designate(ocd = LocalConfig.class)
public class PasswordHasher {
    private static final int MOST_WAITING = 40;
    private static final int WAIT_SECONDS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(PasswordHasher.class);

    private final Argon2.Cost cost;
    private final KnownPasswords known;
    private final String nobodys;
    private final Semaphore running;

    @Activate
    public PasswordHasher(LocalConfig config) {
        this(
                new Argon2.Cost(
                        Math.clamp(config.argon2_memory(), 19_456, 1_048_576),
                        Math.clamp(config.argon2_iterations(), 2, 20),
                        1),
                known(config.known_passwords()));
    }

    private static KnownPasswords known(String file) {
        if (file.isBlank()) {
            return KnownPasswords.none();
        }
        if (!Files.isReadable(Path.of(file))) {
            LOG.error("the list of known passwords cannot be read, nobody can set a password until it can: {}", file);
        }
        return new KnownPasswords(Path.of(file));
    }

    PasswordHasher(Argon2.Cost cost) {
        this(cost, KnownPasswords.none());
    }

    PasswordHasher(Argon2.Cost cost, KnownPasswords known) {
        this.cost = cost;
        this.known = known;
        this.nobodys = Argon2.nobodys(cost);
        long quarter = Runtime.getRuntime().maxMemory() / 4 / 1024;
        this.running = new Semaphore(
                Math.clamp(quarter / cost.memory(), 1, Runtime.getRuntime().availableProcessors()), true);
    }

    /**
     * Why somebody may not take this password.
     *
     * @param context user name, code and name of the house: the first that somebody who knows them would try
     */
    Optional<Problem> refusal(String password, List<String> context) {
        return CredentialRules.password(password, context)
                .or(() -> known.contains(password)
                        ? Optional.of(Problem.at(ErrorCode.PASSWORD_KNOWN, "password"))
                        : Optional.empty());
    }

    String hash(String password) {
        return oneOfFew(() -> Argon2.hash(password, cost));
    }

    boolean matches(String password, String phc) {
        return oneOfFew(() -> Argon2.matches(password, phc));
    }

    /** Stands for the hash of an account that does not exist. */
    String nobodys() {
        return nobodys;
    }

    boolean outdated(String phc) {
        return !Argon2.cost(phc).equals(cost);
    }

    private <T> T oneOfFew(Supplier<T> work) {
        if (running.getQueueLength() >= MOST_WAITING) {
            throw new RejectedExecutionException("too many sign-ins wait");
        }
        try {
            if (!running.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new RejectedExecutionException("too many sign-ins wait");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(e);
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }
}
