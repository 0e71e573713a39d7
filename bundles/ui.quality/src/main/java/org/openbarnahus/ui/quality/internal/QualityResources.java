// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import org.openbarnahus.auth.web.WebContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardResource;

/** Serves the pages' own styles at {@code /quality-ui/}. */
@Component(service = QualityResources.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardResource(pattern = "/quality-ui/*", prefix = "/static")
public final class QualityResources {}
