// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import org.openbarnahus.auth.web.WebContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardResource;

/** Serves the function dictionary and the icon under {@code /shell/}. */
@Component(service = ShellResources.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardResource(pattern = "/shell/*", prefix = "/static")
public final class ShellResources {}
