// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;

/** Top of a page: its only first-level heading, and what can be done here. */
public final class PageHeader extends Header {
    private final H1 title = new H1();
    private final Div beside = new Div();
    private final Div actions = new Div();

    public PageHeader(String text, Component... actions) {
        addClassName("ob-page-header");
        title.setText(text);
        beside.addClassName("ob-page-beside");
        this.actions.addClassName("ob-page-actions");
        this.actions.add(actions);
        add(title, beside, this.actions);
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    /** Components that belong to the title, as badges; replaces those before. */
    public void beside(Component... components) {
        beside.removeAll();
        beside.add(components);
    }

    /** Replaces the actions. */
    public void actions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }
}
