// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Enrolment;

/** Takes a first administrator, or refuses as told. */
final class FakeAccounts implements AccountService {
    boolean waits;

    @Nullable
    FirstAdministrator first;

    List<Problem> refusals = List.of();

    @Override
    public boolean waitsForFirstAdministrator() {
        return waits;
    }

    @Override
    public Set<String> countries() {
        return new TreeSet<>(Set.of("SE", "NO", "DE"));
    }

    @Override
    public Outcome<Enrolment> createFirstAdministrator(FirstAdministrator command) {
        first = command;
        return refusals.isEmpty()
                ? Outcome.done(
                        new Enrolment(
                                command.username(),
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
                                "otpauth://totp/OpenBarnahus%20SE-LKP:anna?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=OpenBarnahus%20SE-LKP"))
                : Outcome.refused(refusals);
    }

    @Override
    public Outcome<Enrolment> create(Session session, NewAccount command) {
        throw new AssertionError("not expected");
    }

    @Override
    public List<AccountInfo> accounts(Session session) {
        throw new AssertionError("not expected");
    }
}
