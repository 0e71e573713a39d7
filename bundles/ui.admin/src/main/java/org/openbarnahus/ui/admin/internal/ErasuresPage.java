// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseErasureService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.ErasureRequest;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of cases to be erased and of those that were; the menu counts what the reader can confirm. */
@Component(service = ViewContribution.class)
public final class ErasuresPage implements ViewContribution {
    private final ErasureDesk desk;

    @Activate
    public ErasuresPage(
            @Reference CaseErasureService service, @Reference SessionService sessions, @Reference OpenPages pages) {
        this.desk = new ErasureDesk(service, sessions, pages);
    }

    @Override
    public String path() {
        return "erasures";
    }

    @Override
    public String titleKey() {
        return "admin.erasures";
    }

    @Override
    public String icon() {
        return "vaadin:eraser";
    }

    @Override
    public int order() {
        return 857;
    }

    @Override
    public Class<ErasuresView> viewClass() {
        return ErasuresView.class;
    }

    @Override
    public ErasuresView createView(ViewContext context) {
        return new ErasuresView(context, desk);
    }

    @Override
    public boolean visibleTo(Session session) {
        return Seconds.among(session);
    }

    @Override
    public long waiting(Session session) {
        return Attempt.read(() -> desk.service().waiting(session)) instanceof Done<List<ErasureRequest>> done
                ? done.value().stream().filter(request -> !request.mine()).count()
                : 0;
    }
}
