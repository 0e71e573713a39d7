// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What is wrong with a form as a whole, read out at once by screen readers. Invisible while nothing is. */
public final class ProblemSummary extends Div {
    public ProblemSummary() {
        addClassName("ob-problems");
        getElement().setAttribute("role", "alert");
        clear();
    }

    /** Shows the messages under the heading, or only the heading when there are none. */
    public void show(String heading, List<String> messages) {
        removeAll();
        Paragraph head = new Paragraph(heading);
        head.addClassName("ob-problems-head");
        add(head);
        if (!messages.isEmpty()) {
            UnorderedList list = new UnorderedList();
            messages.forEach(m -> list.add(new ListItem(m)));
            add(list);
        }
        setVisible(true);
    }

    /** Takes out the messages that are not among these; what stays is not read out again. */
    public void keep(List<String> messages) {
        if (messages.isEmpty()) {
            clear();
            return;
        }
        getChildren()
                .filter(UnorderedList.class::isInstance)
                .flatMap(Component::getChildren)
                .map(ListItem.class::cast)
                .filter(item -> !messages.contains(item.getText()))
                .toList()
                .forEach(Component::removeFromParent);
    }

    public void clear() {
        removeAll();
        setVisible(false);
    }
}
