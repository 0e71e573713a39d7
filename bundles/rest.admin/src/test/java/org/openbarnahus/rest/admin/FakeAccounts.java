// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.LocalAccountService;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.query.Confirmed;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.query.Invitation;

/** Accounts that note what they were asked for. */
final class FakeAccounts implements AccountService, LocalAccountService {
    static final UUID REQUEST = new UUID(0, 8);
    static final Instant AT = Instant.parse("2026-03-12T08:00:00Z");

    @Nullable
    FirstAdministrator first;

    @Nullable
    NewAccount added;

    @Nullable
    NewMember invited;

    @Nullable
    String house;

    @Nullable
    Problem refusal;

    @Override
    public boolean waitsForFirstAdministrator() {
        return first == null;
    }

    @Override
    public Outcome<Enrolment> createFirstAdministrator(FirstAdministrator command) {
        first = command;
        return enrolment(command.username());
    }

    @Override
    public Outcome<Enrolment> create(Session session, NewAccount command) {
        throw new AssertionError("there is no session here");
    }

    @Override
    public List<AccountInfo> accounts(Session session) {
        throw new AssertionError("there is no session here");
    }

    @Override
    public Outcome<List<AccountInfo>> accounts(String serviceCode) {
        return Outcome.done(List.of(new AccountInfo(
                new UserId(new UUID(0, 2)), "anna", Agency.BARNAHUS, Set.of(Role.MANAGER, Role.COORDINATOR), true)));
    }

    @Override
    public Outcome<Enrolment> create(String serviceCode, NewAccount command) {
        house = serviceCode;
        added = command;
        return enrolment(command.username());
    }

    @Override
    public Outcome<Invitation> invite(String serviceCode, NewMember command) {
        house = serviceCode;
        invited = command;
        return Outcome.done(new Invitation(command.username(), "FFFF-GGGG", AT));
    }

    @Override
    public Outcome<List<AccountRequest>> requests(String serviceCode) {
        return Outcome.done(List.of(new AccountRequest(
                REQUEST, AccountAct.reset("dora"), "anna", AT, AT.plusSeconds(259_200), List.of(), false, false)));
    }

    @Override
    public Outcome<Confirmed> confirm(String serviceCode, UUID request) {
        return request.equals(REQUEST)
                ? Outcome.done(new Confirmed(
                        AccountAct.reset("dora"), Optional.of(new Invitation("dora", "AAAA-BBBB-CCCC-DDDD-EEEE", AT))))
                : Outcome.refused(Problem.of(ErrorCode.OTHERS_CAN_CONFIRM));
    }

    private Outcome<Enrolment> enrolment(String username) {
        return refusal == null
                ? Outcome.done(new Enrolment(username, "ABCDEFGH", "otpauth://totp/x"))
                : Outcome.refused(refusal);
    }
}
