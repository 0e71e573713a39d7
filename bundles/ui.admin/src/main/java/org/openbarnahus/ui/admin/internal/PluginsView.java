// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Outcome.Refused;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.core.service.query.PluginInfo;
import org.openbarnahus.core.service.query.PluginInfo.State;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Ask;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.EmptyState;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** What is installed, whether it works, and the switch. */
@StyleSheet("context://admin-ui/admin.css")
final class PluginsView extends Div implements LiveView {

    private final transient ViewContext context;
    private final transient PluginsPage page;
    private final PageHeader header = new PageHeader("");
    private final Div gaps = new Div();
    private final Div cards = new Div();
    private final Div packs = new Div();
    private final transient Map<String, PluginCard> known = new HashMap<>();

    PluginsView(ViewContext context, PluginsPage page) {
        this.context = context;
        this.page = page;
        addClassName("ob-page");
        gaps.addClassName("ob-gaps");
        cards.addClassName("ob-plugins");
        add(header, gaps, cards, packs);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("admin.plugins"));
        gaps(texts);
        plugins(texts);
        packs(texts);
    }

    private void gaps(Texts texts) {
        gaps.removeAll();
        for (Gap gap : page.gaps(context.session())) {
            Div line = new Div();
            line.addClassName("ob-gap");
            line.getElement().appendChild(new Element("strong").setText(texts.get(gap.key())));
            line.add(new Span(texts.get(gap.key() + ".help")));
            gaps.add(line);
        }
        page.hindrance(context.session()).ifPresent(why -> {
            Div line = new Div(new Span(ErrorTexts.message(why, context.locale())));
            line.addClassName("ob-gap");
            line.setId("no-switch");
            gaps.add(line);
        });
    }

    private void plugins(Texts texts) {
        List<PluginInfo> all = page.plugins(context.session());
        boolean maySwitch = page.offers(context.session());
        if (all.isEmpty()) {
            known.clear();
            cards.removeAll();
            cards.add(new EmptyState("vaadin:plug", texts.get("admin.none"), texts.get("admin.none.help")));
            return;
        }
        boolean same = all.stream()
                .map(PluginInfo::id)
                .toList()
                .equals(cards.getChildren().map(c -> c.getId().orElse("")).toList());
        if (!same) {
            cards.removeAll();
            all.forEach(p -> cards.add(card(p)));
        }
        all.forEach(p -> card(p).show(p, page.switching().underWay(p.id()), maySwitch, texts));
    }

    private PluginCard card(PluginInfo plugin) {
        return known.computeIfAbsent(plugin.id(), id -> {
            PluginCard card = new PluginCard(this::wanted);
            card.setId(id);
            return card;
        });
    }

    private void packs(Texts texts) {
        packs.removeAll();
        List<PackStatus> all = page.packs(context.session());
        if (!all.isEmpty()) {
            Paragraph help = new Paragraph(texts.get("admin.packs.help"));
            help.addClassNames("ob-muted", "ob-small");
            packs.add(new Card(texts.get("admin.packs"), new PackTable(all, texts), help));
        }
    }

    private void wanted(PluginInfo plugin, boolean on) {
        Texts texts = context.texts();
        if (!on && plugin.id().startsWith(PluginTitle.COUNTRY)) {
            Ask.first(
                    texts,
                    texts.get("admin.ask.country", PluginTitle.of(plugin, texts)),
                    texts.get("admin.ask.country.help"),
                    texts.get("admin.off"),
                    () -> begin(plugin, false));
        } else {
            begin(plugin, on);
        }
    }

    private void begin(PluginInfo plugin, boolean on) {
        boolean begun = page.switching()
                .begin(context.session(), plugin.id(), on, outcome -> tell(() -> ended(plugin, on, outcome)));
        if (begun) {
            refresh();
        }
    }

    /** The page may have been closed meanwhile. */
    private void tell(Runnable task) {
        try {
            context.access(task);
        } catch (UIDetachedException e) {
            // nobody is left to be told; other open pages are drawn anew in any case
        }
    }

    private void ended(PluginInfo plugin, boolean on, Outcome<PluginInfo> outcome) {
        Texts texts = context.texts();
        switch (outcome) {
            case Done<PluginInfo> done
            when done.value().state() == State.FAILED ->
                Notices.failed(texts, texts.get("admin.ended.failed", PluginTitle.of(plugin, texts)));
            case Done<PluginInfo> done ->
                Notices.done(texts.get(
                        done.value().state() == State.ON ? "admin.ended.on" : "admin.ended.off",
                        PluginTitle.of(plugin, texts)));
            case Refused<PluginInfo> refused -> {
                if (!StepUpDialog.asks(refused.problems(), context, page.sessions(), () -> begin(plugin, on))) {
                    Notices.refused(texts, refused.problems());
                }
            }
        }
        refresh();
    }
}
