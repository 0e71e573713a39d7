// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseMemberService;
import org.openbarnahus.core.service.command.ChangeMember;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.CaseTeam;
import org.openbarnahus.core.service.query.Colleague;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Callers;
import org.openbarnahus.engine.casework.internal.save.Missing;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who works with a case. Needs no law: people come and go also while a country's pack is away. */
@Component(service = CaseMemberService.class)
public final class CaseMembers implements CaseMemberService {
    private final Callers callers;
    private final CaseGate access;
    private final TenantStore store;
    private final SiteStore site;

    @Activate
    public CaseMembers(
            @Reference CaseGate access,
            @Reference SchemaGate schema,
            @Reference TenantStore store,
            @Reference SiteStore site,
            @Reference TimeSource time) {
        this.callers = new Callers(access, schema, new ServiceClock(time, site));
        this.access = access;
        this.store = store;
        this.site = site;
    }

    @Override
    public Outcome<CaseTeam> members(Session session, CaseId id) {
        return callers.admit(session, Permission.CASE_READ).then(caller -> {
            List<AccountRecord> people = site.accounts(caller.service());
            return missing()
                    .told(
                            caller,
                            id,
                            store.read(
                                    caller.service(),
                                    unit -> permitted(caller, id, unit)
                                            .map(file -> team(caller, people, unit.members(id)))));
        });
    }

    @Override
    public Outcome<List<AccountInfo>> candidates(Session session) {
        return callers.admit(session, Permission.CASE_CHANGE)
                .map(caller -> site.accounts(caller.service()).stream()
                        .filter(CaseMembers::eligible)
                        .map(a -> new AccountInfo(a.id(), a.username(), a.agency(), a.roles(), a.enabled()))
                        .sorted(Comparator.comparing(AccountInfo::username))
                        .toList());
    }

    @Override
    public Outcome<CaseTeam> change(Session session, ChangeMember command) {
        return callers.admit(session, Permission.CASE_CHANGE).then(caller -> {
            List<AccountRecord> people = site.accounts(caller.service());
            return account(people, command)
                    .then(account -> change(caller, people, new ChangingMember(caller, account, command)));
        });
    }

    private Outcome<CaseTeam> change(Caller caller, List<AccountRecord> people, ChangingMember changing) {
        CaseId id = changing.command().caseId();
        Outcome<CaseTeam> changed = store.write(caller.service(), unit -> {
            unit.lock(id);
            return changing.written(permitted(caller, id, unit)
                    .then(file -> changing.change(unit))
                    .map(member -> team(caller, people, unit.members(id))));
        });
        return missing().told(caller, id, changed);
    }

    private Missing missing() {
        return new Missing(access, store, site);
    }

    /** Whoever sees all cases of the house anyway needs no membership. */
    private static boolean eligible(AccountRecord account) {
        return account.enabled() && account.roles().contains(Role.PRACTITIONER);
    }

    /** Also somebody whose account was closed can be taken off. */
    private Outcome<AccountRecord> account(List<AccountRecord> people, ChangeMember command) {
        return people.stream()
                .filter(a -> a.username().equals(command.username()))
                .filter(a -> command.takeOff() || eligible(a))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "username")));
    }

    private Outcome<CaseFile> permitted(Caller caller, CaseId id, ReadUnit unit) {
        return unit.findCase(id)
                .filter(file -> access.decide(
                                caller.session(),
                                caller.permission(),
                                file,
                                caller.today(),
                                CaseTies.of(unit, id, caller.actor().user()))
                        instanceof Decision.Allowed)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
    }

    private static CaseTeam team(Caller caller, List<AccountRecord> people, List<CaseMember> rows) {
        Map<UserId, AccountRecord> accounts =
                people.stream().collect(Collectors.toMap(AccountRecord::id, Function.identity()));
        List<Colleague> now = rows.stream()
                .filter(m -> m.current(caller.today()))
                .flatMap(m ->
                        Optional.ofNullable(accounts.get(m.account())).stream().map(a -> colleague(m, a, accounts)))
                .sorted(Comparator.comparing(Colleague::username))
                .toList();
        return new CaseTeam(now, ChangingMember.version(rows));
    }

    private static Colleague colleague(CaseMember member, AccountRecord account, Map<UserId, AccountRecord> accounts) {
        return new Colleague(
                account.username(),
                account.agency(),
                member.since(),
                member.grantedBy()
                        .flatMap(by -> Optional.ofNullable(accounts.get(by)))
                        .map(AccountRecord::username),
                member.grantedBy().isEmpty(),
                member.lastDay());
    }
}
