// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.util.List;
import java.util.stream.Collectors;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.query.Confirmed;
import org.openbarnahus.core.service.query.Invitation;

/** What waits for a second person, in English, for the terminal. */
final class RequestWords {
    private RequestWords() {}

    static String list(List<AccountRequest> waiting) {
        return waiting.isEmpty()
                ? "Nothing waits for a second person in this house."
                : waiting.stream().map(RequestWords::row).collect(Collectors.joining("\n"));
    }

    private static String row(AccountRequest request) {
        String who = request.confirmers().isEmpty()
                ? "nobody in the house can confirm it: ask " + request.askedBy()
                        + " in person, then hub admin request-confirm"
                : "can be confirmed by " + String.join(", ", request.confirmers());
        return request.id() + "  " + words(request.act()) + "\n  asked for by " + request.askedBy() + " at "
                + request.asked() + ", lapses " + request.until() + "; " + who;
    }

    static String invited(Invitation code) {
        return "Made the account " + code.username() + ".\nOne-time code, shown only now, until " + code.expires()
                + ". Its owner sets password and second factor with it on the page /enrol.\n"
                + "Hand it over in person, to nobody else:\n  " + code.code();
    }

    static String done(Confirmed confirmed) {
        return "Done: " + words(confirmed.act())
                + confirmed
                        .invitation()
                        .map(code -> "\nOne-time code, shown only now, until " + code.expires()
                                + ". Hand it over in person, to nobody but the owner of the account:\n  " + code.code())
                        .orElse("");
    }

    private static String words(AccountAct act) {
        String roles = act.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", "));
        return act.kind().code() + " " + act.username() + (roles.isEmpty() ? "" : " (" + roles + ")");
    }
}
