// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;

/** The page's address and its query say the same; every code has its words. */
public class AuditFilterTest {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static AuditFilter of(Map<String, String> address) {
        return AuditFilter.of(QueryParameters.simple(address));
    }

    @Test
    public void daysAreWholeDaysOfTheHouse() {
        var query = of(Map.of("from", "2026-03-12", "until", "2026-03-12")).query(STOCKHOLM);
        assertEquals(Optional.of(Instant.parse("2026-03-11T23:00:00Z")), query.from());
        assertEquals(Optional.of(Instant.parse("2026-03-12T23:00:00Z")), query.until());
    }

    @Test
    public void whatNobodyCanMeanIsLeftOut() {
        AuditFilter filter =
                of(Map.of("kind", "FLY", "result", "x", "from", "soon", "before", "-1", "case", "x".repeat(99)));
        assertEquals(Set.of(), filter.query(STOCKHOLM).actions());
        assertEquals(Set.of(), filter.query(STOCKHOLM).results());
        assertEquals(Optional.empty(), filter.query(STOCKHOLM).from());
        assertEquals(0, filter.query(STOCKHOLM).before());
        assertEquals(64, filter.number().length());
    }

    @Test
    public void everyRuleActionAndResultHasItsWords() {
        for (String language : List.of("en", "sv", "nb")) {
            OwnTexts texts = OwnTexts.in(language);
            for (String rule : List.of(
                    "denied",
                    "denial_burst",
                    "bulk_read",
                    "bulk_list",
                    "bulk_figures",
                    "odd_hours",
                    "guessing",
                    "audit_chain")) {
                assertFalse(texts.get("admin.alert." + rule).isBlank());
                assertFalse(texts.get("admin.alert." + rule + ".help").isBlank());
            }
            for (Action action : Action.values()) {
                assertFalse(texts.get("admin.action." + action.name().toLowerCase(Locale.ROOT))
                        .isBlank());
            }
            for (Result result : Result.values()) {
                assertFalse(texts.get("admin.result." + result.name().toLowerCase(Locale.ROOT))
                        .isBlank());
            }
        }
    }
}
