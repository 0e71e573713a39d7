// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.LocalAccountService;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts for the owner of the data directory. */
@Component(service = LocalAccountService.class)
public final class LocalAccounts implements LocalAccountService {
    private final SiteStore store;
    private final AccountFactory factory;

    @Activate
    public LocalAccounts(@Reference SiteStore store, @Reference AccountFactory factory) {
        this.store = store;
        this.factory = factory;
    }

    @Override
    public Outcome<List<AccountInfo>> accounts(String serviceCode) {
        return house(serviceCode)
                .map(house ->
                        store.accounts(house.id()).stream().map(Accounts::info).toList());
    }

    @Override
    public Outcome<Enrolment> create(String serviceCode, NewAccount command) {
        return house(serviceCode).then(house -> factory.create(house, command, Optional.empty(), "local"));
    }

    private Outcome<BarnahusRecord> house(String code) {
        return store.services().stream()
                .filter(house -> house.code().equals(code))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "service")));
    }
}
