// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.schema.Words;

/** A questionnaire with the words to ask it in, and whether free text may be offered. */
public record OpenQuestionnaire(QuestionnaireDefinition definition, Words words, boolean freeText) {}
