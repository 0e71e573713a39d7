// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.IndicatorDescription;
import org.osgi.annotation.versioning.ProviderType;

/** Indicators of the session's own Barnahus. Implemented by engine.indicators. */
@ProviderType
public interface QualityService {
    /** Indicators available now, those declared as data and those of calculator bundles, ordered by standard and id. */
    @Requires(Permission.INDICATOR_READ)
    List<IndicatorDescription> indicators(Session session);

    /**
     * @param from first day
     * @param to day after the last
     * @param filter coded case fields and the codes wanted; several fields must all match
     */
    @Requires(Permission.INDICATOR_READ)
    Outcome<IndicatorValue> value(
            Session session, String id, LocalDate from, LocalDate to, Map<FieldId, Set<String>> filter);

    /** One value per calendar quarter of the period, oldest first. */
    @Requires(Permission.INDICATOR_READ)
    Outcome<List<IndicatorValue>> quarters(
            Session session, String id, LocalDate from, LocalDate to, Map<FieldId, Set<String>> filter);

    /** Waits until facts include everything saved so far; empty when they do, else the seconds they lag. */
    @Requires(Permission.INDICATOR_READ)
    Optional<Long> lagSeconds(Session session);
}
