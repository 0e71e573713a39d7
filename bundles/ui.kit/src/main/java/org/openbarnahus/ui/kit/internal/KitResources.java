// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.internal;

import org.openbarnahus.auth.web.WebContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardResource;

/** Serves the theme at {@code /kit/theme.css}. */
@Component(service = KitResources.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardResource(pattern = "/kit/*", prefix = "/static")
public final class KitResources {}
