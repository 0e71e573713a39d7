// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbarnahus.core.service.AlertService;
import org.openbarnahus.core.service.query.AlertInfo;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.EmptyState;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** What somebody should look at, newest first. A note that is being written stays when the page is drawn anew. */
@StyleSheet("context://admin-ui/admin.css")
final class AlertsView extends Div implements LiveView {
    private final transient ViewContext context;
    private final transient AlertService alerts;
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final Div list = new Div();
    private final Button which = new Button();
    private final transient Map<UUID, AlertCard> known = new HashMap<>();
    private boolean openOnly = true;

    AlertsView(ViewContext context, AlertService alerts) {
        this.context = context;
        this.alerts = alerts;
        addClassName("ob-page");
        help.addClassNames("ob-muted", "ob-small");
        list.addClassName("ob-alerts");
        which.addClickListener(e -> {
            openOnly = !openOnly;
            refresh();
        });
        header.actions(which);
        add(header, help, list);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("admin.alerts"));
        help.setText(texts.get("admin.alerts.help"));
        which.setText(texts.get(openOnly ? "admin.alerts.all" : "admin.alerts.open"));
        Attempt.show(
                () -> alerts.alerts(context.session(), openOnly),
                done -> show(done.value(), texts),
                problems -> Notices.refused(texts, problems));
    }

    /** Cards that stay are not touched, so that nobody who writes a note loses the place. */
    private void show(List<AlertInfo> all, Texts texts) {
        List<AlertCard> cards = all.stream()
                .map(alert -> {
                    AlertCard card = known.computeIfAbsent(alert.id(), id -> new AlertCard(context, this::acknowledge));
                    card.show(alert);
                    return card;
                })
                .toList();
        List<Component> gone =
                list.getChildren().filter(c -> !cards.contains(c)).toList();
        gone.forEach(list::remove);
        for (int i = 0; i < cards.size(); i++) {
            if (list.getComponentCount() <= i || list.getComponentAt(i) != cards.get(i)) {
                list.addComponentAtIndex(i, cards.get(i));
            }
        }
        if (all.isEmpty()) {
            list.add(new EmptyState(
                    "vaadin:bell-slash", texts.get("admin.alerts.none"), texts.get("admin.alerts.none.help")));
        }
    }

    private void acknowledge(AlertInfo alert, AlertCard card) {
        Attempt.run(
                () -> alerts.acknowledge(context.session(), alert.id(), card.note()),
                done -> {
                    known.remove(alert.id());
                    Notices.done(context.texts().get("admin.alerts.done"));
                    refresh();
                },
                card::refused);
    }
}
