// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseMemberService;
import org.openbarnahus.core.service.CaseService;
import org.openbarnahus.core.service.DraftService;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.ImportService;
import org.openbarnahus.core.service.LegalHoldService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.ui.kit.form.Forms;
import org.openbarnahus.ui.kit.form.SchemaForm;
import org.openbarnahus.ui.kit.form.ValueTexts;
import org.openbarnahus.ui.kit.view.CaseAction;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The services of the moment that the case pages work with; has open pages redrawn when one comes or goes. */
@Component(service = CaseDesk.class)
public final class CaseDesk {
    private final Forms forms;
    private final OpenPages pages;
    private final List<CaseAction> actions = new java.util.concurrent.CopyOnWriteArrayList<>();
    private volatile @Nullable CaseService cases;
    private volatile @Nullable ImportService imports;
    private volatile @Nullable SchemaService schemas;
    private volatile @Nullable DraftService drafts;
    private volatile @Nullable CaseMemberService members;
    private volatile @Nullable EmergencyAccessService emergencies;
    private volatile @Nullable LegalHoldService holds;

    @Activate
    public CaseDesk(@Reference Forms forms, @Reference OpenPages pages) {
        this.forms = forms;
        this.pages = pages;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setCases(CaseService service) {
        cases = service;
        pages.refresh();
    }

    void unsetCases(CaseService service) {
        cases = cases == service ? null : cases;
        pages.refresh();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setImports(ImportService service) {
        imports = service;
        pages.refresh();
    }

    void unsetImports(ImportService service) {
        imports = imports == service ? null : imports;
        pages.refresh();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setSchemas(SchemaService service) {
        schemas = service;
        pages.refresh();
    }

    void unsetSchemas(SchemaService service) {
        schemas = schemas == service ? null : schemas;
        pages.refresh();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setDrafts(DraftService service) {
        drafts = service;
    }

    void unsetDrafts(DraftService service) {
        drafts = drafts == service ? null : drafts;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setMembers(CaseMemberService service) {
        members = service;
        pages.refresh();
    }

    void unsetMembers(CaseMemberService service) {
        members = members == service ? null : members;
        pages.refresh();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setEmergencies(EmergencyAccessService service) {
        emergencies = service;
        pages.refresh();
    }

    void unsetEmergencies(EmergencyAccessService service) {
        emergencies = emergencies == service ? null : emergencies;
        pages.refresh();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setHolds(LegalHoldService service) {
        holds = service;
        pages.refresh();
    }

    void unsetHolds(LegalHoldService service) {
        holds = holds == service ? null : holds;
        pages.refresh();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAction(CaseAction action) {
        actions.add(action);
        pages.refresh();
    }

    void removeAction(CaseAction action) {
        actions.remove(action);
        pages.refresh();
    }

    Optional<CaseService> cases() {
        return Optional.ofNullable(cases);
    }

    Optional<CaseMemberService> members() {
        return Optional.ofNullable(members);
    }

    Optional<EmergencyAccessService> emergencies() {
        return Optional.ofNullable(emergencies);
    }

    Optional<LegalHoldService> holds() {
        return Optional.ofNullable(holds);
    }

    /** Everybody of the house has what is open drawn anew. */
    void changed(Session by) {
        pages.refresh(session -> session.actor().service().equals(by.actor().service()));
    }

    Optional<DraftService> drafts() {
        return Optional.ofNullable(drafts);
    }

    Optional<ImportService> imports() {
        return Optional.ofNullable(imports);
    }

    /** The schema of the person's country, while there is one and cases can be worked on. */
    Optional<SchemaSnapshot> schema(Session session) {
        return cases().flatMap(c -> Optional.ofNullable(schemas)).flatMap(s -> s.current(session));
    }

    /** A schema, perhaps of the past, that has the field. */
    Optional<SchemaSnapshot> knowing(Session session, FieldId field) {
        return Optional.ofNullable(schemas).flatMap(s -> s.knowing(session, field));
    }

    /** The words for a field: today's, or those of the schema it was recorded under when nobody asks for it any more. */
    ValueTexts words(ViewContext context, SchemaSnapshot today, FieldId field) {
        boolean asked = today.field(field).isPresent();
        return new ValueTexts(asked ? today : knowing(context.session(), field).orElse(today), context.texts());
    }

    SchemaForm form(ViewContext context) {
        return forms.create(context);
    }

    /** What plugins offer to do with the case, in order. */
    List<CaseAction> actions(Session session, CaseFile file) {
        return actions.stream()
                .filter(a -> a.availableFor(session, file))
                .sorted(Comparator.comparingInt(CaseAction::order))
                .toList();
    }
}
