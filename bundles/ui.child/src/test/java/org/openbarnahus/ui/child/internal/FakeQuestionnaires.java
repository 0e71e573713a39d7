// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Item;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Scale;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Step;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.QuestionnaireService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.query.OpenQuestionnaire;
import org.openbarnahus.core.service.query.QuestionnaireResults;

/** One questionnaire behind one token that works once; a digit in a text counts as identifying. */
final class FakeQuestionnaires implements QuestionnaireService {
    static final String TOKEN = "abcdefghijklmnopqrstuvwxyz_0123456789-ABCDE";
    static final QuestionnaireDefinition QUESTIONNAIRE = new QuestionnaireDefinition(
            "x.child",
            "x",
            "1.0.0",
            "child",
            Optional.of(9),
            Optional.of(12),
            new Scale("agree", List.of(new Step("no", 0), new Step("yes", 100)), List.of("dont_know")),
            List.of(new Item("KIND", "1.1"), new Item("SAFE", "4.3")),
            List.of(new Item("GOOD", "1.2")));

    Map<String, String> answers = Map.of();
    Map<String, String> texts = Map.of();
    boolean freeText = true;
    boolean storeGone;
    private boolean spent;

    private static final Words WORDS = new Words(Map.of("en", words("en"), "sv", words("sv"), "nb", Map.of()));

    private static Map<String, String> words(String language) {
        Map<String, String> words = new TreeMap<>();
        List.of(
                        "questionnaire.x.child",
                        "questionnaire.x.child.intro",
                        "questionnaire.x.child.help",
                        "questionnaire.x.child.thanks",
                        "country.word.helpline",
                        "item.KIND",
                        "item.SAFE",
                        "item.GOOD",
                        "scale.agree.no",
                        "scale.agree.yes",
                        "scale.agree.dont_know")
                .forEach(key -> words.put(key, language + " " + key));
        return words;
    }

    @Override
    public Outcome<OpenQuestionnaire> open(String token) {
        return spent || !token.equals(TOKEN)
                ? Outcome.refused(Problem.of(ErrorCode.TOKEN_SPENT))
                : Outcome.done(new OpenQuestionnaire(QUESTIONNAIRE, WORDS, freeText));
    }

    @Override
    public Outcome<Boolean> answer(String token, Map<String, String> given, Map<String, String> written) {
        if (storeGone) {
            throw new StoreUnavailableException("gone", new IllegalStateException());
        }
        if (written.getOrDefault("GOOD", "").chars().anyMatch(Character::isDigit)) {
            return Outcome.refused(Problem.at(ErrorCode.IDENTIFIER_IN_TEXT, "GOOD", "kind", "core.phone"));
        }
        if (given.isEmpty() && written.isEmpty()) {
            return Outcome.refused(Problem.of(ErrorCode.REQUIRED));
        }
        answers = given;
        texts = written;
        spent = true;
        return Outcome.done(true);
    }

    @Override
    public List<QuestionnaireDefinition> variants(Session session) {
        return List.of(QUESTIONNAIRE);
    }

    @Override
    public Outcome<String> offer(Session session, String questionnaireId, String moment) {
        return Outcome.done(TOKEN);
    }

    @Override
    public Outcome<QuestionnaireResults> results(Session session, String questionnaireId) {
        throw new UnsupportedOperationException();
    }
}
