// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SecondPersonService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of what waits for a second person; the menu counts what the reader can confirm. */
@Component(service = ViewContribution.class)
public final class RequestsPage implements ViewContribution {
    private final Seconds seconds;

    @Activate
    public RequestsPage(
            @Reference SecondPersonService service, @Reference SessionService sessions, @Reference OpenPages pages) {
        this.seconds = new Seconds(service, sessions, pages);
    }

    @Override
    public String path() {
        return "requests";
    }

    @Override
    public String titleKey() {
        return "admin.requests";
    }

    @Override
    public String icon() {
        return "vaadin:handshake";
    }

    @Override
    public int order() {
        return 855;
    }

    @Override
    public Class<RequestsView> viewClass() {
        return RequestsView.class;
    }

    @Override
    public RequestsView createView(ViewContext context) {
        return new RequestsView(context, seconds);
    }

    @Override
    public boolean visibleTo(Session session) {
        return Seconds.among(session);
    }

    @Override
    public long waiting(Session session) {
        return Attempt.read(() -> seconds.service().waiting(session)) instanceof Done<List<AccountRequest>> done
                ? done.value().stream().filter(AccountRequest::mayConfirm).count()
                : 0;
    }
}
