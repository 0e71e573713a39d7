// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.auth.web.WebContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardResource;

/** Serves the pages' own styles at {@code /admin-ui/}. */
@Component(service = AdminResources.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardResource(pattern = "/admin-ui/*", prefix = "/static")
public final class AdminResources {}
