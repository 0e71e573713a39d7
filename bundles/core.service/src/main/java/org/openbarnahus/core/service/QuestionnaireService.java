// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.Map;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.OpenQuestionnaire;
import org.openbarnahus.core.service.query.QuestionnaireResults;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Questionnaires on a tablet or by link. An answer is anonymous: it hangs on no case, person, device or day. Implemented by
 * engine.questionnaire.
 */
@ProviderType
public interface QuestionnaireService {
    @Requires(Permission.QUESTIONNAIRE_OFFER)
    List<QuestionnaireDefinition> variants(Session session);

    /** A one-time token, valid 30 minutes, that knows only house, variant and moment. */
    @Requires(Permission.QUESTIONNAIRE_OFFER)
    Outcome<String> offer(Session session, String questionnaireId, String moment);

    /** The questionnaire behind a token; needs nobody signed in. Refused as TOKEN_SPENT when used, expired or unknown. */
    Outcome<OpenQuestionnaire> open(String token);

    /**
     * Keeps the answers and destroys the token.
     *
     * @param answers item id to scale label, skipped items absent
     * @param texts item id to free text; a text that identifies somebody is refused and nothing is kept or lost
     */
    Outcome<Boolean> answer(String token, Map<String, String> answers, Map<String, String> texts);

    /** Scores per item, withheld below five responses. */
    @Requires(Permission.QUESTIONNAIRE_RESULTS)
    Outcome<QuestionnaireResults> results(Session session, String questionnaireId);
}
