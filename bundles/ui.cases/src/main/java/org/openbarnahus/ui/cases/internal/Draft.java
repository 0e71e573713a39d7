// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.service.DraftService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.DraftRecord;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;

/** What is being typed at one place, kept on the server while it is typed, and offered again when it was not saved. */
final class Draft {
    private final CaseDesk desk;
    private final ViewContext context;
    private final String place;
    private String kept = "";

    /**
     * @param place which form, with the id of its object
     */
    Draft(CaseDesk desk, ViewContext context, String place) {
        this.desk = desk;
        this.context = context;
        this.place = place;
    }

    /** Keeps the changes; nothing changed means nothing to keep. */
    void keep(DraftText draft) {
        String text = draft.changes().isEmpty() ? "" : draft.text();
        if (text.equals(kept)) {
            return;
        }
        kept = text;
        with(drafts -> {
            if (text.isEmpty()) {
                drafts.forget(context.session(), place);
            } else {
                drafts.keep(context.session(), place, text);
            }
        });
    }

    /** It was saved, or given up. */
    void forget() {
        kept = "";
        with(drafts -> drafts.forget(context.session(), place));
    }

    Optional<DraftText> find() {
        try {
            return desk.drafts()
                    .flatMap(drafts -> drafts.find(context.session(), place))
                    .map(DraftRecord::content)
                    .flatMap(DraftText::read)
                    .filter(draft -> !draft.changes().isEmpty());
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** A line that offers what was typed before; either answer takes it away. */
    Div offer(Consumer<Map<FieldId, Optional<FieldValue>>> use, DraftText draft) {
        Texts texts = context.texts();
        Div line = new Div();
        line.addClassName("ob-form-foot");
        line.setId("draft-offer");
        line.getElement().setAttribute("role", "status");
        Button take = new Button(texts.get("draft.take"), e -> {
            line.removeFromParent();
            use.accept(draft.changes());
        });
        take.setId("draft-take");
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button drop = new Button(texts.get("draft.drop"), e -> {
            line.removeFromParent();
            forget();
        });
        line.add(new Span(texts.get("draft.found")), take, drop);
        return line;
    }

    /** A draft is a convenience: trouble with it must not get in the way of the form. */
    private void with(Consumer<DraftService> work) {
        try {
            desk.drafts().ifPresent(work);
        } catch (StoreUnavailableException e) {
            kept = "";
        }
    }
}
