// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.spi.questionnaire;

import java.util.OptionalDouble;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.osgi.annotation.versioning.ConsumerType;

/** Scores one item of one response, instead of the scale's own points. Register one as an OSGi service. Pure. */
@ConsumerType
public interface QuestionnaireScorer {
    /** The variant it scores. */
    String questionnaireId();

    /** Points 0 to 100, empty when the answer carries none (skipped, don't know). */
    OptionalDouble score(QuestionnaireDefinition definition, QuestionnaireResponse response, String itemId);
}
