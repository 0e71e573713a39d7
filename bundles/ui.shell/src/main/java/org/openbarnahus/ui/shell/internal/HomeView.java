// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.openbarnahus.ui.kit.widget.EmptyState;

/** The start page leads on to the first page of the person's menu. */
final class HomeView extends Div implements BeforeEnterObserver {
    private final Views views;

    HomeView(Views views) {
        this.views = views;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UI ui = event.getUI();
        Tab.of(ui)
                .ifPresent(tab -> views.menu(tab.session()).stream()
                        .map(ViewContribution::path)
                        .findFirst()
                        .ifPresentOrElse(event::forwardTo, () -> nothing(tab)));
    }

    private void nothing(Tab tab) {
        removeAll();
        addClassName("ob-main");
        add(new EmptyState(
                "vaadin:hourglass",
                tab.texts().get("shell.nothing"),
                tab.texts().get("shell.nothing.help")));
    }
}
