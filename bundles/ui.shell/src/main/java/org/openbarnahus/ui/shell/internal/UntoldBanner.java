// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.service.query.AccountEvent;
import org.openbarnahus.core.service.text.AccountEventText;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;

/** Tells somebody what was changed about the own way of signing in, calmly, until (s)he says to have seen it. */
final class UntoldBanner extends Div {
    static final String ACTIVITY = "my-activity";
    /** More than these are on the page of the account. */
    private static final int MOST = 5;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    UntoldBanner(List<AccountEvent> events, ViewContext context, LongConsumer seen) {
        Texts texts = context.texts();
        Element strong = new Element("strong");
        strong.setText(texts.get("shell.untold"));
        getElement().appendChild(strong);
        UnorderedList list = new UnorderedList();
        List<AccountEvent> newest = events.subList(Math.max(0, events.size() - MOST), events.size());
        newest.forEach(event -> list.add(new ListItem(line(event, texts, context.zone()))));
        add(list);
        if (newest.size() < events.size()) {
            add(new Span(texts.count("shell.untold.more", events.size() - newest.size())));
        }
        add(new Span(texts.get("shell.untold.help")));
        add(new Div(ways(texts), button(texts, events.getLast().number(), seen)));
        setId("untold");
        addClassNames("ob-banner", "ob-soon", "ob-untold");
        getElement().setAttribute("role", "status");
    }

    private static String line(AccountEvent event, Texts texts, ZoneId zone) {
        ZonedDateTime at = event.at().atZone(zone);
        return texts.get(
                "shell.untold.event",
                AccountEventText.of(event.kind(), texts.locale()),
                texts.date(at.toLocalDate()),
                TIME.format(at));
    }

    private static Span ways(Texts texts) {
        Anchor account = new Anchor(WebContext.ACCOUNT, texts.get("shell.account"));
        account.setRouterIgnore(true);
        return new Span(new Anchor(ACTIVITY, texts.get("shell.untold.activity")), account);
    }

    private static Button button(Texts texts, long upTo, LongConsumer seen) {
        Button button = new Button(texts.get("shell.untold.seen"), e -> seen.accept(upTo));
        button.setId("untold-seen");
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
