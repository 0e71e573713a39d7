// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;

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

    @Test
    public void whatIsOfferedAndNotTakenInIsMissing() {
        offered.add(servlet(3, "/*"));
        assertEquals(List.of(1L, 2L, 3L), Readiness.missing(runtime, offered));
        takenIn(1, 2);
        assertEquals(List.of(3L), Readiness.missing(runtime, offered));
        takenIn(1, 2, 3);
        assertEquals(List.of(), Readiness.missing(runtime, offered));
    }

    @Test
    public void ourOwnPagesMustBeOfferedAtAll() {
        offered.removeLast();
        takenIn(1);
        assertEquals(List.of(-1L), Readiness.missing(runtime, offered));
    }

    @Test
    public void aServletThatCannotStartKeepsNobodyOut() {
        offered.add(servlet(3, "/broken"));
        takenIn(1, 2);
        FailedServletDTO failed = new FailedServletDTO();
        failed.serviceId = 3;
        runtime.failedServletDTOs = new FailedServletDTO[] {failed};
        assertEquals(List.of(), Readiness.missing(runtime, offered));
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
