// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.indicator;

import java.util.Optional;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.value.FieldId;

/**
 * What an indicator counts. Label {@code indicator.<id>}; the query in words {@code indicator.<id>.query}.
 *
 * @param standard sub-standard it measures, {@code 0} for plain activity figures
 * @param periodDate the day that puts a case into a period
 * @param denominator cases it is about
 * @param unknown cases inside the denominator whose answer is not known: reported as missing, not counted as no
 * @param numerator of SHARE and COUNT: cases that fulfil it
 * @param measureFrom of MEDIAN and MEAN: first day; a case lacking either day is missing
 * @param field of DISTRIBUTION: the coded field
 */
public record IndicatorDefinition(
        String id,
        String owner,
        String version,
        String standard,
        IndicatorKind kind,
        Moment periodDate,
        Condition denominator,
        Condition unknown,
        Condition numerator,
        Optional<Moment> measureFrom,
        Optional<Moment> measureTo,
        Optional<FieldId> field,
        IndicatorInfo info) {

    public String labelKey() {
        return "indicator." + id;
    }
}
