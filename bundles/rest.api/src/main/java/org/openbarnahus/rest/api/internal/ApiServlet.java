// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import org.apache.cxf.Bus;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/** CXF's servlet, made to survive the whiteboard's way of ending and starting one servlet object again and again. */
final class ApiServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    ApiServlet(DestinationRegistry registry, Bus bus) {
        super(registry, false);
        setBus(bus);
    }

    /** CXF's own method would empty the registry and shut the bus down: 404 for ever. RestServer.stop does that instead. */
    @Override
    public void destroy() {
        // on purpose
    }
}
