// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import jakarta.servlet.Servlet;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.auth.web.WebContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.FailedServletDTO;
import org.osgi.service.servlet.runtime.dto.RequestInfoDTO;
import org.osgi.service.servlet.runtime.dto.RuntimeDTO;
import org.osgi.service.servlet.runtime.dto.ServletDTO;

public class ReadinessTest {
    private final List<ServiceReference<Servlet>> offered = new ArrayList<>();
    /** What the whiteboard has taken in: path to service. */
    private final Map<String, Long> taken = new HashMap<>();

    private final List<Long> failed = new ArrayList<>();

    private boolean ready() {
        return Readiness.reachable(runtime(), offered);
    }

    @Test
    public void readyWhenEverythingOfferedCanBeReached() {
        offered.add(servlet(1, WebContext.SETUP));
        offered.add(servlet(2, WebContext.SIGN_IN));
        offered.add(servlet(3, "/*"));
        offered.add(servlet(4, "/child/*"));
        taken.putAll(Map.of(WebContext.SETUP, 1L, WebContext.SIGN_IN, 2L, "/", 3L));
        assertFalse("/child/ still leads elsewhere", ready());
        taken.put("/child/", 4L);
        assertTrue(ready());
    }

    @Test
    public void notWithoutTheOwnPages() {
        offered.add(servlet(1, WebContext.SETUP));
        taken.put(WebContext.SETUP, 1L);
        assertFalse(ready());
    }

    @Test
    public void aServletThatCannotStartKeepsNobodyOut() {
        offered.add(servlet(1, WebContext.SETUP, WebContext.SIGN_IN));
        offered.add(servlet(2, "/broken"));
        offered.add(servlet(3, "*.txt"));
        taken.putAll(Map.of(WebContext.SETUP, 1L, WebContext.SIGN_IN, 1L));
        assertFalse(ready());
        failed.add(2L);
        assertTrue(ready());
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
                    Object single = patterns.length == 1 ? patterns[0] : patterns;
                    return given[0].equals("service.id") ? id : single;
                });
    }

    private HttpServiceRuntime runtime() {
        return new HttpServiceRuntime() {
            @Override
            public RuntimeDTO getRuntimeDTO() {
                RuntimeDTO runtime = new RuntimeDTO();
                runtime.failedServletDTOs = failed.stream()
                        .map(id -> {
                            FailedServletDTO servlet = new FailedServletDTO();
                            servlet.serviceId = id;
                            return servlet;
                        })
                        .toArray(FailedServletDTO[]::new);
                return runtime;
            }

            @Override
            public RequestInfoDTO calculateRequestInfoDTO(String path) {
                RequestInfoDTO found = new RequestInfoDTO();
                Long id = taken.get(path);
                if (id != null) {
                    found.servletDTO = new ServletDTO();
                    found.servletDTO.serviceId = id;
                }
                return found;
            }
        };
    }
}
