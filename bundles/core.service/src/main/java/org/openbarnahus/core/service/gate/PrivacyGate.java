// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.util.List;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.FieldValues;
import org.osgi.annotation.versioning.ProviderType;

/** Gate 3. Screens free text and fails closed. Implemented by engine.privacy. */
@ProviderType
public interface PrivacyGate {
    /**
     * Problems of the texts among the values. A problem names field, detector and offset, never the text. When no detector
     * for the country is active, every text is refused as TEXT_NOT_SCREENED.
     */
    List<Problem> screen(String country, FieldValues values);

    /** Whether free text can be accepted at all just now. */
    boolean ready(String country);
}
