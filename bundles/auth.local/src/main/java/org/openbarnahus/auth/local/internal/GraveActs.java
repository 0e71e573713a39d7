// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.store.AccountRecord;

/**
 * For what it takes two: whoever alone could make or take over an account of those who watch each other, or remove the last
 * who watches, would be watched by nobody; and whoever runs all houses would read the cases of one by an account of his own
 * making. Closing takes one: a password that is out has to be stopped at once. Pure, so that it can be read and tested as a
 * table.
 */
final class GraveActs {
    /** Those who give access, and those who watch over it. */
    static final Set<Role> GRAVE = EnumSet.of(Role.MANAGER, Role.DPO, Role.NATIONAL_ADMIN);

    /** Those who answer for the house itself. */
    private static final Set<Role> ANSWERING = EnumSet.of(Role.MANAGER, Role.DPO);

    private GraveActs() {}

    /**
     * @param first roles of whoever wants it
     * @param account whom it concerns; empty for somebody new
     * @param house all accounts of the house whose owners can sign in: who was invited and never came watches over nobody
     */
    static boolean takesTwo(
            Set<Role> first, AccountAct act, Optional<AccountRecord> account, List<AccountRecord> house) {
        Set<Role> before = account.map(AccountRecord::roles).orElse(Set.of());
        boolean last = account.filter(each -> lastOfficer(each, house)).isPresent();
        return ofTheHouse(first, act, account)
                || switch (act.kind()) {
                    case INVITE -> grants(Set.of(), act.roles());
                    case ROLES ->
                        grants(before, act.roles()) || (last && !act.roles().contains(Role.DPO));
                    case RESET, OPEN -> grave(before);
                    case CLOSE -> last;
                };
    }

    /**
     * Whether somebody comes to see cases of the house, or to watch over who does, at the wish of somebody who only runs the
     * nation: then one of the house agrees. An officer whose account was taken over could agree to all the rest.
     */
    static boolean ofTheHouse(Set<Role> first, AccountAct act, Optional<AccountRecord> account) {
        Set<Role> before = account.map(AccountRecord::roles).orElse(Set.of());
        boolean nation = first.contains(Role.NATIONAL_ADMIN) && !first.contains(Role.MANAGER);
        return nation
                && switch (act.kind()) {
                    case INVITE -> act.roles().stream().anyMatch(Accounts.OF_THE_HOUSE::contains);
                    case ROLES ->
                        act.roles().stream()
                                .anyMatch(role -> Accounts.OF_THE_HOUSE.contains(role) && !before.contains(role));
                    case RESET, OPEN -> before.stream().anyMatch(Accounts.OF_THE_HOUSE::contains);
                    case CLOSE -> false;
                };
    }

    static boolean grave(Set<Role> roles) {
        return roles.stream().anyMatch(GRAVE::contains);
    }

    /** Whether somebody loses a grave role who had it, or all of them. */
    static boolean stops(AccountRecord before, AccountRecord after) {
        return before.enabled()
                && before.roles().stream()
                        .anyMatch(role -> GRAVE.contains(role)
                                && !(after.enabled() && after.roles().contains(role)));
    }

    /** Whether somebody gets a grave role who did not have it. */
    static boolean grants(Set<Role> before, Set<Role> after) {
        return after.stream().anyMatch(role -> GRAVE.contains(role) && !before.contains(role));
    }

    /** Whether there would be no data-protection officer without this one. */
    private static boolean lastOfficer(AccountRecord account, List<AccountRecord> house) {
        return officer(account)
                && house.stream()
                        .noneMatch(other -> officer(other) && !other.id().equals(account.id()));
    }

    private static boolean officer(AccountRecord account) {
        return account.enabled() && account.roles().contains(Role.DPO);
    }

    /** Whether somebody may be the second: open, of those who give access or watch over it, neither the first nor the one concerned. */
    static boolean second(AccountRecord other, AccountRecord first, AccountAct act, Optional<AccountRecord> concerned) {
        Set<Role> fit = ofTheHouse(first.roles(), act, concerned) ? ANSWERING : GRAVE;
        return other.enabled()
                && other.roles().stream().anyMatch(fit::contains)
                && !other.id().equals(first.id())
                && concerned.filter(each -> each.id().equals(other.id())).isEmpty();
    }
}
