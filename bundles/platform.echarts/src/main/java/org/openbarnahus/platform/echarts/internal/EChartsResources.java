// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.echarts.internal;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardResource;

/** Serves the two scripts in every servlet context that shows Vaadin views, at {@code /echarts/}. */
@Component(service = EChartsResources.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
@HttpWhiteboardResource(pattern = "/echarts/*", prefix = "/static")
public final class EChartsResources {}
