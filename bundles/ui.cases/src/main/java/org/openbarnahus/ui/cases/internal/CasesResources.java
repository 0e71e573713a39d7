// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import org.openbarnahus.auth.web.WebContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardResource;

/** Serves the pages' style sheet. */
@Component(service = CasesResources.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardResource(pattern = "/assets/cases/*", prefix = "/static")
public final class CasesResources {
    static final String STYLE = "context://assets/cases/cases.css";
}
