// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseErasureService;
import org.openbarnahus.core.service.LegalHoldService;
import org.openbarnahus.core.service.RetentionService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.ErasureRequest;
import org.openbarnahus.core.service.query.LegalHold;
import org.openbarnahus.core.service.query.RetentionProposal;
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
    private final Keeping keeping;

    @Activate
    public ErasuresPage(
            @Reference CaseErasureService service,
            @Reference RetentionService retention,
            @Reference LegalHoldService holds,
            @Reference SchemaService schemas,
            @Reference SessionService sessions,
            @Reference OpenPages pages) {
        this.desk = new ErasureDesk(service, sessions, pages);
        this.keeping = new Keeping(desk, retention, holds, schemas);
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
        return new ErasuresView(context, keeping);
    }

    @Override
    public boolean visibleTo(Session session) {
        return Seconds.among(session);
    }

    /** What the reader can confirm, holds that are to be looked at again, and for a manager what could be asked for. */
    @Override
    public long waiting(Session session) {
        Set<CaseId> asked = new HashSet<>();
        long count = 0;
        if (Attempt.read(() -> desk.service().waiting(session)) instanceof Done<List<ErasureRequest>> done) {
            done.value().forEach(request -> asked.add(request.caseId()));
            count += done.value().stream().filter(request -> !request.mine()).count();
        }
        if (Keeping.holds(session)
                && Attempt.read(() -> keeping.holds().holds(session)) instanceof Done<List<LegalHold>> done) {
            count += done.value().stream().filter(LegalHold::due).count();
        }
        if (session.actor().is(Role.MANAGER)
                && Attempt.read(() -> keeping.retention().proposals(session))
                        instanceof Done<List<RetentionProposal>> done) {
            count += done.value().stream()
                    .filter(each -> !each.held() && !asked.contains(each.caseId()))
                    .count();
        }
        return count;
    }
}
