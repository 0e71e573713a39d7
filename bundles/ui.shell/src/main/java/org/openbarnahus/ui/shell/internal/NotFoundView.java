// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import org.openbarnahus.ui.kit.text.TextCatalog;

/** Says that there is no such page; names no page that exists. */
final class NotFoundView extends Div implements HasDynamicTitle, HasErrorParameter<NotFoundException> {
    private final transient TextCatalog catalog;
    private String title = "";

    NotFoundView(TextCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        title = Trouble.show(this, catalog.in(event.getUI().getLocale()), "shell.not-found");
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
