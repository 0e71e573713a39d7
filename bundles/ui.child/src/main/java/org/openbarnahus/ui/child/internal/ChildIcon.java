// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import org.openbarnahus.auth.web.WebContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardResource;

/** Serves the page's icon, so that browsers do not look for one elsewhere. */
@Component(service = ChildIcon.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardResource(pattern = "/child/icon.svg", prefix = "/static/icon.svg")
public final class ChildIcon {}
