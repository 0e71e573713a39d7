// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.QuestionnaireService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What staff can offer, and when. */
@Component(service = OfferDesk.class)
public final class OfferDesk {
    static final String MOMENTS = "questionnaire_moment";

    private static final String UNKNOWN = "unknown";

    private final QuestionnaireService questionnaires;
    private final SchemaService schemas;

    @Activate
    public OfferDesk(@Reference QuestionnaireService questionnaires, @Reference SchemaService schemas) {
        this.questionnaires = questionnaires;
        this.schemas = schemas;
    }

    /** A choice with its label. */
    record Choice(String code, String label) {}

    /** Whether the person may offer questionnaires and there is one to offer. */
    boolean offersTo(Session session) {
        boolean may = session.actor().is(Role.COORDINATOR) || session.actor().is(Role.PRACTITIONER);
        return may && !questionnaires.variants(session).isEmpty();
    }

    List<Choice> variants(Session session, Texts texts) {
        Optional<SchemaSnapshot> snapshot = schemas.current(session);
        return snapshot.isEmpty()
                ? List.of()
                : questionnaires.variants(session).stream()
                        .map((QuestionnaireDefinition q) ->
                                new Choice(q.id(), snapshot.get().label(texts.locale(), q.labelKey())))
                        .toList();
    }

    /** When it is offered: "not known" makes no sense before the fact. */
    List<Choice> moments(Session session, Texts texts) {
        Optional<SchemaSnapshot> snapshot = schemas.current(session);
        Optional<CodeList> list = snapshot.flatMap(s -> s.codeList(MOMENTS));
        return list.stream()
                .flatMap(l -> l.entries().stream())
                .filter(e -> !e.hidden() && !e.code().equals(UNKNOWN))
                .map(CodeEntry::code)
                .map(c -> new Choice(c, snapshot.orElseThrow().codeLabel(texts.locale(), MOMENTS, c)))
                .toList();
    }

    /** The path of a page that can be answered once within half an hour. */
    Outcome<String> offer(Session session, Choice variant, Choice moment) {
        return Attempt.outcome(() -> questionnaires.offer(session, variant.code(), moment.code()))
                .map(token -> ChildPath.PREFIX + token);
    }
}
