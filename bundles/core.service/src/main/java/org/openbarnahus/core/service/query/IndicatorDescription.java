// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorKind;

/** An indicator one can ask for. Label {@code indicator.<id>}, query in words {@code indicator.<id>.query}. */
public record IndicatorDescription(
        String id, String version, String standard, IndicatorKind kind, IndicatorInfo info, boolean data) {}
