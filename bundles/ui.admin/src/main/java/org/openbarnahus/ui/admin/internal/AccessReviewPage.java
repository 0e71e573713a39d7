// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccessReviewService;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.AgreementService;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page on which a manager says who still needs access; the menu counts what waits. */
@Component(service = ViewContribution.class)
public final class AccessReviewPage implements ViewContribution {
    static final String PATH = "access-review";

    private final AccessReviewService reviews;
    private final AccountService accounts;
    private final AgreementService agreements;
    private final OpenPages pages;

    @Activate
    public AccessReviewPage(
            @Reference AccessReviewService reviews,
            @Reference AccountService accounts,
            @Reference AgreementService agreements,
            @Reference OpenPages pages) {
        this.reviews = reviews;
        this.accounts = accounts;
        this.agreements = agreements;
        this.pages = pages;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String titleKey() {
        return "admin.review";
    }

    @Override
    public String icon() {
        return "vaadin:user-check";
    }

    @Override
    public int order() {
        return 860;
    }

    @Override
    public Class<AccessReviewView> viewClass() {
        return AccessReviewView.class;
    }

    @Override
    public AccessReviewView createView(ViewContext context) {
        return new AccessReviewView(context, reviews, accounts, agreements, () -> changed(context.session()));
    }

    /** The menus of all who review this house count anew. */
    private void changed(Session by) {
        pages.refresh(session -> session.actor().service().equals(by.actor().service()) && visibleTo(session));
    }

    @Override
    public boolean visibleTo(Session session) {
        Actor actor = session.actor();
        return actor.is(Role.MANAGER) || actor.is(Role.NATIONAL_ADMIN);
    }

    @Override
    public long waiting(Session session) {
        return reviews.waiting(session);
    }
}
