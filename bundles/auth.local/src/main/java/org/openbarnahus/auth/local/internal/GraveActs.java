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
 * who watches, would be watched by nobody. Pure, so that it can be read and tested as a table.
 */
final class GraveActs {
    /** Those who give access, and those who watch over it. */
    static final Set<Role> GRAVE = EnumSet.of(Role.MANAGER, Role.DPO, Role.NATIONAL_ADMIN);

    private GraveActs() {}

    /**
     * @param account whom it concerns; empty for somebody new
     * @param house all accounts of the house whose owners can sign in: who was invited and never came watches over nobody
     */
    static boolean takesTwo(AccountAct act, Optional<AccountRecord> account, List<AccountRecord> house) {
        Set<Role> before = account.map(AccountRecord::roles).orElse(Set.of());
        boolean last = account.filter(each -> lastOfficer(each, house)).isPresent();
        return switch (act.kind()) {
            case INVITE -> grants(Set.of(), act.roles());
            case ROLES -> grants(before, act.roles()) || (last && !act.roles().contains(Role.DPO));
            case RESET -> before.stream().anyMatch(GRAVE::contains);
            case CLOSE -> last;
        };
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
    static boolean second(AccountRecord other, AccountRecord first, Optional<AccountRecord> concerned) {
        return other.enabled()
                && other.roles().stream().anyMatch(GRAVE::contains)
                && !other.id().equals(first.id())
                && concerned.filter(each -> each.id().equals(other.id())).isEmpty();
    }
}
