// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseQuery.Sort;

public class CaseFilterTest {
    private static CaseFilter of(Map<String, String> address) {
        return CaseFilter.of(QueryParameters.simple(address));
    }

    @Test
    public void theAddressSaysWhatIsListed() {
        CaseQuery query = of(Map.of("q", " 0042 ", "state", "open", "municipality", "1281", "sort", "next_due"))
                .query(50, 50);
        assertEquals("0042", query.search());
        assertEquals(Set.of("open"), query.states());
        assertEquals(Map.of(CoreField.MUNICIPALITY, Set.of("1281")), query.codes());
        assertEquals(Sort.NEXT_DUE, query.sort());
        assertFalse("the nearest limit comes first", query.descending());
        assertEquals(50, query.offset());
    }

    @Test
    public void whatTheAddressMakesUpIsLeftOut() {
        CaseFilter filter = of(Map.of("state", "secret", "sort", "drop table", "q", "x".repeat(100)));
        CaseQuery query = filter.query(0, 10);
        assertEquals(Set.of(), query.states());
        assertEquals(Sort.CHANGED, query.sort());
        assertTrue(query.descending());
        assertEquals(64, query.search().length());
    }

    @Test
    public void parametersLeadBackToTheSameFilter() {
        CaseFilter filter = of(Map.of("q", "42", "suspicion", "rape"));
        assertEquals(filter, of(filter.parameters()));
        assertTrue(filter.narrowed());
        assertFalse(of(Map.of("sort", "number")).narrowed());
    }
}
