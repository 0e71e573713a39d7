// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.ui.child.internal.OfferDesk.Choice;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.EmptyState;
import org.openbarnahus.ui.kit.widget.Notices;

/** Choose variant and moment, get a link, hand the device over. */
@StyleSheet("context://child-ui/offer.css")
final class OfferPanel extends Div {
    private final transient ViewContext context;
    private final transient OfferDesk desk;
    private final transient Texts texts;
    private final Select<Choice> variant;
    private final Select<Choice> moment;
    private final Div link = new Div();

    OfferPanel(ViewContext context, OfferDesk desk) {
        this.context = context;
        this.desk = desk;
        this.texts = context.texts();
        this.variant = select("child.offer.variant", desk.variants(context.session(), texts));
        this.moment = select("child.offer.moment", desk.moments(context.session(), texts));
        variant.addClassName("ob-offer-variant");
        addClassName("ob-stack");
        if (variant.getListDataView().getItemCount() == 0) {
            add(new EmptyState("vaadin:comments-o", texts.get("child.offer.none"), texts.get("child.offer.none.help")));
            return;
        }
        Button make = new Button(texts.get("child.offer.make"), e -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setDisableOnClick(true);
        make.addClickListener(e -> make.setEnabled(true));
        Div bar = new Div(variant, moment, make);
        bar.addClassName("ob-bar");
        Paragraph about = new Paragraph(texts.get("child.offer.about"));
        about.addClassName("ob-muted");
        link.addClassName("ob-stack");
        link.getElement().setAttribute("aria-live", "polite");
        add(about, bar, link);
    }

    private Select<Choice> select(String key, List<Choice> choices) {
        Select<Choice> box = new Select<>();
        box.setLabel(texts.get(key));
        box.setItems(choices);
        box.setItemLabelGenerator(Choice::label);
        if (!choices.isEmpty()) {
            box.setValue(choices.getFirst());
        }
        return box;
    }

    private void make() {
        Choice what = variant.getValue();
        Choice when = moment.getValue();
        if (what == null || when == null) {
            return;
        }
        Attempt.run(
                () -> desk.offer(context.session(), what, when),
                (Done<String> done) -> show(done.value()),
                problems -> Notices.refused(texts, problems));
    }

    private void show(String path) {
        link.removeAll();
        TextField address = new TextField(texts.get("child.offer.link"));
        address.setValue(base() + path);
        address.setReadOnly(true);
        address.setAutoselect(true);
        address.setHelperText(texts.get("child.offer.link.help"));
        address.setWidthFull();
        Anchor open = new Anchor(path, texts.get("child.offer.open"));
        open.setTarget(AnchorTarget.BLANK);
        open.getElement().setAttribute("rel", "noopener").setAttribute("router-ignore", true);
        Div ways = new Div(open);
        ways.getElement().insertChild(0, handOver(path));
        ways.addClassName("ob-page-header");
        Paragraph caution = new Paragraph(texts.get("child.offer.hand-over.help"));
        Paragraph note = new Paragraph(texts.get("child.offer.note"));
        note.addClassNames("ob-muted", "ob-small");
        link.add(address, ways, caution, note);
    }

    private static String base() {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        if (request == null) {
            return "";
        }
        int port = request.getServerPort();
        return "https://" + request.getServerName() + (port == 443 ? "" : ":" + port);
    }

    /** A plain form: the child must not sit in the staff's session, and leaving it must not depend on a script. */
    private Element handOver(String path) {
        Element button = new Element("button").setText(texts.get("child.offer.hand-over"));
        button.setAttribute("type", "submit");
        Element form = new Element("form").appendChild(button);
        form.setAttribute("method", "post").setAttribute("action", path + "?" + ChildServlet.HAND_OVER + "=1");
        form.getClassList().add("ob-hand-over");
        return form;
    }
}
