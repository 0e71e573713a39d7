// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;

/**
 * A change of an account of the caller's house that may be too grave for one person alone.
 *
 * @param agency of a new account only
 * @param roles of a new account, or those that an account shall have; empty for anything else
 */
public record AccountAct(Kind kind, String username, Optional<Agency> agency, Set<Role> roles) {
    public AccountAct {
        roles = Set.copyOf(roles);
        if (agency.isPresent() != (kind == Kind.INVITE)) {
            throw new IllegalArgumentException("a new account has an agency, and nothing else has");
        }
    }

    /** What is to be done. */
    public enum Kind {
        /** A new account. */
        INVITE,
        /** Other roles. */
        ROLES,
        /** A one-time code for a new password and second factor. */
        RESET,
        /** The account is closed. */
        CLOSE,
        /** A closed account is opened again. */
        OPEN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofCode(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    public static AccountAct invite(NewMember member) {
        return new AccountAct(Kind.INVITE, member.username(), Optional.of(member.agency()), member.roles());
    }

    public static AccountAct roles(String username, Set<Role> roles) {
        return new AccountAct(Kind.ROLES, username, Optional.empty(), roles);
    }

    public static AccountAct reset(String username) {
        return new AccountAct(Kind.RESET, username, Optional.empty(), Set.of());
    }

    public static AccountAct close(String username) {
        return new AccountAct(Kind.CLOSE, username, Optional.empty(), Set.of());
    }

    public static AccountAct open(String username) {
        return new AccountAct(Kind.OPEN, username, Optional.empty(), Set.of());
    }
}
