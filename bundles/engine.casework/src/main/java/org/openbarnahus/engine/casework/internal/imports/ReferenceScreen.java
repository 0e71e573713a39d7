// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.gate.PrivacyGate;

/**
 * Looks at the references that join the two files. They are never kept; but a file that uses personal numbers for them
 * should not exist, and its owner learns it here.
 */
record ReferenceScreen(PrivacyGate privacy, String country) {
    private static final int MAX = 64;
    private static final FieldId FIELD = FieldId.of(RowReader.REFERENCE);

    Optional<Problem> problem(String reference) {
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        if (reference.length() > MAX) {
            return Optional.of(Problem.at(ErrorCode.TOO_LONG, FIELD.value(), "max", Integer.toString(MAX)));
        }
        FieldValues asText = FieldValues.empty().with(FIELD, new FieldValue.TextValue(reference));
        // where nothing screens texts, nothing is lost: the reference is not kept
        return privacy.screen(country, asText).stream()
                .filter(p -> p.code() != ErrorCode.TEXT_NOT_SCREENED)
                .findFirst();
    }
}
