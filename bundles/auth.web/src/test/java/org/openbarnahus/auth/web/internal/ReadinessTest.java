// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import jakarta.servlet.Servlet;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.auth.web.WebContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.dto.FailedServletDTO;
import org.osgi.service.servlet.runtime.dto.RuntimeDTO;
import org.osgi.service.servlet.runtime.dto.ServletContextDTO;
import org.osgi.service.servlet.runtime.dto.ServletDTO;

public class ReadinessTest {
    private final List<ServiceReference<Servlet>> offered = new ArrayList<>();
    private final RuntimeDTO runtime = new RuntimeDTO();

    @Before
    public void ourOwnPagesAreOffered() {
        offered.add(servlet(1, WebContext.SETUP, WebContext.SIGN_IN));
        offered.add(servlet(2, WebContext.AGREEMENT, WebContext.TRAINING, WebContext.ACCOUNT));
        takenIn();
        runtime.failedServletDTOs = new FailedServletDTO[0];
    }

    /** In the second of two contexts: a plugin may bring one of its own. */
    private void takenIn(long... ids) {
        runtime.servletContextDTOs = new ServletContextDTO[] {context(), context(ids)};
    }

    private static ServletContextDTO context(long... ids) {
        ServletContextDTO context = new ServletContextDTO();
        context.servletDTOs = new ServletDTO[ids.length];
        for (int i = 0; i < ids.length; i++) {
            context.servletDTOs[i] = new ServletDTO();
            context.servletDTOs[i].serviceId = ids[i];
        }
        return context;
    }

    private boolean opens(boolean late) {
        return Readiness.opens(runtime, offered, late);
    }

    @Test
    public void opensWhenEverythingOfferedIsTakenIn() {
        offered.add(servlet(3, "/*"));
        assertFalse(opens(false));
        takenIn(1, 2);
        assertFalse(opens(false));
        takenIn(1, 2, 3);
        assertTrue(opens(false));
    }

    @Test
    public void aServletThatIsNeverTakenInKeepsTheDoorShutForAWhileOnly() {
        offered.add(servlet(3, "/elsewhere"));
        takenIn(1, 2);
        assertFalse(opens(false));
        assertTrue(opens(true));
    }

    /** They wait for the database: open without them, every page would be missing. */
    @Test
    public void withoutOurOwnPagesItStaysShutHoweverLate() {
        offered.removeLast();
        takenIn(1);
        assertFalse(opens(false));
        assertFalse(opens(true));
    }

    @Test
    public void aServletThatCannotStartKeepsNobodyOut() {
        offered.add(servlet(3, "/broken"));
        takenIn(1, 2);
        FailedServletDTO failed = new FailedServletDTO();
        failed.serviceId = 3;
        runtime.failedServletDTOs = new FailedServletDTO[] {failed};
        assertTrue(opens(false));
    }

    @SuppressWarnings("unchecked") // a proxy knows no type parameters
    private static ServiceReference<Servlet> servlet(long id, String... patterns) {
        return (ServiceReference<Servlet>) Proxy.newProxyInstance(
                ReadinessTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (self, method, given) -> {
                    if (!method.getName().equals("getProperty")) {
                        throw new AssertionError("not expected: " + method);
                    }
                    return given[0].equals("service.id") ? id : patterns;
                });
    }
}
