// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.LocalAccountService;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewHouse;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.query.Confirmed;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Accounts for the owner of the data directory. He makes them and never knows how their owners sign in; only in a demonstration,
 * where everybody's password lies in a file, he chooses one.
 */
@Component(service = LocalAccountService.class)
public final class LocalAccounts implements LocalAccountService {
    private final AccountFactory factory;
    private final Requested requested;
    private final ConfirmedActs acts;
    private final Enrolments enrolments;
    private final Houses houses;
    private final boolean demo;

    @Activate
    public LocalAccounts(
            @Reference AccountFactory factory,
            @Reference Requested requested,
            @Reference ConfirmedActs acts,
            @Reference Enrolments enrolments,
            @Reference Houses houses,
            BundleContext context) {
        this(
                factory,
                requested,
                acts,
                enrolments,
                houses,
                Installation.of(context).demonstration());
    }

    LocalAccounts(
            AccountFactory factory,
            Requested requested,
            ConfirmedActs acts,
            Enrolments enrolments,
            Houses houses,
            boolean demo) {
        this.enrolments = enrolments;
        this.houses = houses;
        this.demo = demo;
        this.factory = factory;
        this.requested = requested;
        this.acts = acts;
    }

    @Override
    public Outcome<List<AccountInfo>> accounts(String serviceCode) {
        return house(serviceCode)
                .map(house ->
                        houses.accounts(house).stream().map(Accounts::info).toList());
    }

    @Override
    public Outcome<Enrolment> create(String serviceCode, NewAccount command) {
        return demo
                ? house(serviceCode).then(house -> factory.create(house, command, Optional.empty(), "local"))
                : Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    @Override
    public Outcome<Invitation> invite(String serviceCode, NewMember command) {
        return house(serviceCode)
                .then(house -> factory.create(house, command, Optional.empty()))
                .map(account -> enrolments.issue(Optional.empty(), account));
    }

    @Override
    public Outcome<BarnahusRecord> addHouse(NewHouse command) {
        return houses.add(command);
    }

    @Override
    public Outcome<List<AccountRequest>> requests(String serviceCode) {
        return house(serviceCode)
                .map(house -> requested.open(house).stream()
                        .map(open -> open.info(Optional.empty()))
                        .toList());
    }

    /** Where somebody of the house could, it is theirs: the operator of a server knows less about who should have what. */
    @Override
    public Outcome<Confirmed> confirm(String serviceCode, UUID request) {
        return house(serviceCode)
                .then(house -> acts.perform(
                        house,
                        request,
                        Optional.empty(),
                        open -> open.confirmers().isEmpty()
                                ? Optional.empty()
                                : Optional.of(Problem.of(ErrorCode.OTHERS_CAN_CONFIRM))));
    }

    private Outcome<BarnahusRecord> house(String code) {
        return houses.named(code)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "service")));
    }
}
