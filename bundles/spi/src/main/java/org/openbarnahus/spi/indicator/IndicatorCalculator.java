// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.spi.indicator;

import java.util.OptionalLong;
import org.openbarnahus.core.model.fact.CaseFacts;
import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.TallyBuilder;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An indicator that data cannot express. Register one as an OSGi service. Pure; sees no free text and no identifier, and keeps
 * nothing of the facts it is shown.
 */
@ConsumerType
public interface IndicatorCalculator {
    /** Unique: {@code BH-1.3-01}, or with the owner's prefix {@code se.…}. */
    String id();

    String version();

    /** Sub-standard it measures, as {@code 1.3}. */
    String standard();

    IndicatorKind kind();

    IndicatorInfo info();

    /** The day (since 1970-01-01) that puts the case into a period; empty leaves it out. */
    OptionalLong periodDay(CaseFacts facts);

    /** Counts one case of the period. */
    void count(CaseFacts facts, TallyBuilder tally);
}
