// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import org.openbarnahus.auth.web.WebContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardResource;

/** Serves the child's page its style sheet, the only thing it loads. */
@Component(service = ChildStyle.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardResource(pattern = "/child/page.css", prefix = "/static/page.css")
public final class ChildStyle {}
