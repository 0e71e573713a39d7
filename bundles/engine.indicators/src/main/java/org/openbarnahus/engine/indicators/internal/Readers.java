// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;

/** How much of a figure its reader is told. Whoever reaches every case of the house is told all of it. Decision 46. */
record Readers(CaseGate access, PaceGate pace, SiteStore site, TimeSource time) {
    /**
     * @param whole reaches every case
     * @param narrowed asks for other days than the page offers by name, or for some codes only
     * @param first asks this for the first time within the hour
     */
    record Sight(boolean whole, boolean narrowed, boolean first) {
        List<IndicatorValue> of(List<IndicatorValue> values) {
            return whole ? values : new SmallNumbers(narrowed).told(values);
        }
    }

    /** Refused after many narrowed questions within an hour, until a second factor is given. */
    Outcome<Sight> sight(Session session, String id, Question question) {
        LocalDate today = today(session.actor().service());
        if (access.reach(session, Permission.INDICATOR_READ, today).whole()) {
            return Outcome.done(new Sight(true, false, false));
        }
        return question.ordinary(today)
                ? Outcome.done(new Sight(false, false, false))
                : pace.narrow(session, id + " " + question.text()).map(first -> new Sight(false, true, first));
    }

    private LocalDate today(ServiceId house) {
        ZoneId zone =
                site.service(house).map(record -> ZoneId.of(record.zone())).orElse(ZoneOffset.UTC);
        return time.today(zone);
    }
}
