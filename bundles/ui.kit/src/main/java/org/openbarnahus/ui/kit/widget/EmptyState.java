// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;

/** Says that nothing is here, why, and what to do. */
public final class EmptyState extends Div {
    /**
     * @param icon a Vaadin icon, {@code vaadin:plug}
     */
    public EmptyState(String icon, String title, String text, Component... actions) {
        addClassName("ob-empty");
        Icon picture = new Icon(icon);
        picture.getElement().setAttribute("aria-hidden", "true");
        add(picture, new H2(title), new Paragraph(text));
        add(actions);
    }
}
