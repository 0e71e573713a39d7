// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import org.apache.cxf.Bus;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/** CXF's servlet, made to survive the whiteboard's way of ending and starting one servlet object again and again. */
final class ApiServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    private final transient Lock standing;
    private final transient Runnable upToDate;

    /**
     * @param standing held while the server is not being rebuilt: a request waits the moment that takes, instead of meeting half
     *     a server
     * @param upToDate called before each request
     */
    ApiServlet(DestinationRegistry registry, Bus bus, Lock standing, Runnable upToDate) {
        super(registry, false);
        setBus(bus);
        this.standing = standing;
        this.upToDate = upToDate;
    }

    /** This very method: CXF passes the other one by. */
    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        upToDate.run();
        standing.lock();
        try {
            super.service(request, response);
        } finally {
            standing.unlock();
        }
    }

    /** CXF's own method would empty the registry and shut the bus down: 404 for ever. RestServer.stop does that instead. */
    @Override
    public void destroy() {
        // on purpose
    }
}
