// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A framed part of a page under a second-level heading. */
public final class Card extends Section {
    private final H2 title = new H2();
    private final Div tools = new Div();

    public Card(String text, Component... content) {
        addClassName("ob-card");
        title.setText(text);
        tools.addClassName("ob-card-tools");
        Div head = new Div(title, tools);
        head.addClassName("ob-card-head");
        add(head);
        add(content);
        setAriaLabel(text);
    }

    public void setTitle(String text) {
        title.setText(text);
        setAriaLabel(text);
    }

    /** Components at the right of the heading; replaces those before. */
    public void tools(Component... components) {
        tools.removeAll();
        tools.add(components);
    }
}
