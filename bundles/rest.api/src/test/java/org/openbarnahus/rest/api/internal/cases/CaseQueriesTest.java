// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Test;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.rest.api.internal.ProblemException;

public class CaseQueriesTest {
    private final Map<String, String[]> parameters = new TreeMap<>();

    @Test
    public void whatIsAskedForTwiceIsAskedForOnce() {
        parameters.put("state", new String[] {"open,open"});
        parameters.put("sex", new String[] {"female,female"});
        CaseQuery query = CaseQueries.of(request());
        assertEquals(Set.of("open"), query.states());
        assertEquals(Map.of(CoreField.SEX, Set.of("female")), query.codes());
    }

    @Test
    public void aStateThatIsNoneIsRefused() {
        parameters.put("state", new String[] {"open,gone"});
        assertThrows(ProblemException.class, () -> CaseQueries.of(request()));
    }

    @Test
    public void aCursorComesBackAsItWentOut() {
        parameters.put("cursor", new String[] {CaseQueries.cursor(250)});
        assertEquals(250, CaseQueries.of(request()).offset());
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getParameterMap" -> parameters;
                    case "getParameterValues" -> parameters.get((String) arguments[0]);
                    case "getParameter" ->
                        parameters.containsKey((String) arguments[0])
                                ? parameters.get((String) arguments[0])[0]
                                : null;
                    default -> throw new AssertionError("not expected: " + method);
                });
    }
}
