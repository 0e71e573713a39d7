// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.gate.DisuseGate;
import org.openbarnahus.core.service.query.AccountClosure.Reason;
import org.openbarnahus.core.service.store.AccountUse;
import org.openbarnahus.core.service.store.AccountUseStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose access is over because it was not used or not confirmed. In a demonstration nobody's is. */
@Component(
        service = {UseBook.class, DisuseGate.class},
        configurationPid = AccessConfig.PID)
public final class UseBook implements DisuseGate {
    private static final String DEMO_FILE = "demo-credentials.json";

    private final AccountUseStore store;
    private final TimeSource time;
    private final AccessTerms terms;
    private final boolean demo;

    @Activate
    public UseBook(
            @Reference AccountUseStore store, @Reference TimeSource time, AccessConfig config, BundleContext context) {
        this(store, time, AccessTerms.of(config), demonstration(context));
    }

    UseBook(AccountUseStore store, TimeSource time, AccessTerms terms, boolean demo) {
        this.store = store;
        this.time = time;
        this.terms = terms;
        this.demo = demo;
    }

    /**
     * Begun as a demonstration, or started again: a demonstration is started as one only once, and keeps the file with
     * everybody's password.
     */
    static boolean demonstration(BundleContext context) {
        String data = context.getProperty("openbarnahus.data");
        return Boolean.parseBoolean(context.getProperty("openbarnahus.demo"))
                || (data != null && Files.exists(Path.of(data, DEMO_FILE)));
    }

    @Override
    public boolean runOut(UserId account) {
        Optional<AccountUse> use = store.use(account);
        return !demo && use.flatMap(this::over).isPresent();
    }

    /** Why the time of an account is over, in a demonstration too. */
    Optional<Reason> over(AccountUse use) {
        return terms.over(use, time.now());
    }

    /** Whether what is over is renewed instead of closed: a demonstration is left alone for months and then shown again. */
    boolean demo() {
        return demo;
    }

    AccessTerms terms() {
        return terms;
    }
}
