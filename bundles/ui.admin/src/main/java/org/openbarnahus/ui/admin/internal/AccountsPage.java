// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccessReviewService;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.AgreementService;
import org.openbarnahus.core.service.SecondPersonService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.TrainingService;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of accounts and its place in the menu. */
@Component(service = ViewContribution.class)
public final class AccountsPage implements ViewContribution {
    private final People people;

    @Activate
    public AccountsPage(
            @Reference AccountService accounts,
            @Reference AgreementService agreements,
            @Reference TrainingService trainings,
            @Reference SessionService sessions,
            @Reference AccessReviewService reviews,
            @Reference SecondPersonService seconds,
            @Reference OpenPages pages) {
        this.people =
                new People(accounts, agreements, trainings, sessions, reviews, new Seconds(seconds, sessions, pages));
    }

    @Override
    public String path() {
        return "accounts";
    }

    @Override
    public String titleKey() {
        return "admin.accounts";
    }

    @Override
    public String icon() {
        return "vaadin:users";
    }

    @Override
    public int order() {
        return 850;
    }

    @Override
    public Class<AccountsView> viewClass() {
        return AccountsView.class;
    }

    @Override
    public AccountsView createView(ViewContext context) {
        return new AccountsView(context, people);
    }

    @Override
    public boolean visibleTo(Session session) {
        Actor actor = session.actor();
        return actor.is(Role.MANAGER) || actor.is(Role.NATIONAL_ADMIN);
    }
}
