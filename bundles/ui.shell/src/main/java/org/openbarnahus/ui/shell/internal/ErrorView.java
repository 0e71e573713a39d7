// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.servlet.http.HttpServletResponse;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.ui.kit.text.TextCatalog;

/** Says that a page could not be shown, without telling how it is built. */
final class ErrorView extends Div implements HasDynamicTitle, HasErrorParameter<Exception> {
    private final transient TextCatalog catalog;
    private String title = "";

    ErrorView(TextCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        boolean store = parameter.getCaughtException() instanceof StoreUnavailableException;
        if (!store) {
            Trouble.log(parameter.getCaughtException());
        }
        title = Trouble.show(this, catalog.in(event.getUI().getLocale()), store ? "shell.store" : "shell.error");
        return store ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
