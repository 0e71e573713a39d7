// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.service.query.KeyState;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Ask;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.PageHeader;
import org.openbarnahus.ui.kit.widget.Tone;

/** How many cases lie under which key of the house, and a new key. */
@StyleSheet("context://admin-ui/admin.css")
final class KeysView extends Div implements LiveView {
    private final transient ViewContext context;
    private final transient KeyDesk desk;
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final Div content = new Div();

    KeysView(ViewContext context, KeyDesk desk) {
        this.context = context;
        this.desk = desk;
        addClassName("ob-page");
        help.addClassNames("ob-muted", "ob-small");
        content.setId("keys");
        add(header, help, content);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("admin.keys"));
        help.setText(texts.get("admin.keys.help"));
        content.removeAll();
        if (Attempt.read(() -> desk.service().state(context.session())) instanceof Done<KeyState> done) {
            content.add(versions(done.value(), texts));
        }
    }

    private Card versions(KeyState state, Texts texts) {
        Card card = new Card(texts.get("admin.keys.versions"));
        boolean running = state.rotation().filter(KeyState.Rotation::running).isPresent();
        Button renew = new Button(texts.get("admin.keys.renew"), e -> ask(texts));
        renew.setId("keys-renew");
        renew.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Button again = new Button(texts.get("admin.keys.again"), e -> refresh());
        again.setId("keys-again");
        again.addThemeVariants(ButtonVariant.LUMO_SMALL);
        card.tools(running ? again : renew);
        if (state.overdue()) {
            Paragraph old = new Paragraph(texts.get("admin.keys.overdue"));
            old.setId("keys-overdue");
            card.add(old);
        }
        state.rotation().ifPresent(rotation -> card.add(progress(rotation, state.cases(), texts)));
        int newest = state.versions().size();
        for (KeyState.Version version : state.versions().reversed()) {
            card.add(line(version, version.number() == newest, texts));
        }
        if (state.versions().isEmpty()) {
            card.add(new Paragraph(texts.get("admin.keys.none")));
        }
        if (state.bare() > 0) {
            card.add(new Paragraph(texts.count("admin.keys.bare", state.bare())));
        }
        return card;
    }

    private Div line(KeyState.Version version, boolean newest, Texts texts) {
        Div head = new Div();
        head.addClassName("ob-emergency-head");
        head.getElement().appendChild(new Element("strong").setText(texts.get("admin.keys.key", version.number())));
        if (newest) {
            head.add(new Badge(Tone.GOOD, texts.get("admin.keys.newest")));
        }
        Div line = new Div(head, new Paragraph(texts.count("admin.keys.cases", version.cases())));
        line.addClassName("ob-request");
        line.getElement().setAttribute("data-key", Integer.toString(version.number()));
        return line;
    }

    private Paragraph progress(KeyState.Rotation rotation, long cases, Texts texts) {
        Paragraph text = new Paragraph(rotation.finished()
                .map(at -> texts.get("admin.keys.done", texts.moment(at, context.zone())))
                .orElseGet(() -> texts.get("admin.keys.running", rotation.cases(), cases)));
        text.setId("keys-progress");
        text.getElement().setAttribute("role", "status");
        return text;
    }

    private void ask(Texts texts) {
        Ask.first(
                texts,
                texts.get("admin.keys.renew"),
                texts.get("admin.keys.renew.help"),
                texts.get("admin.keys.renew.yes"),
                () -> desk.renew(context));
    }
}
