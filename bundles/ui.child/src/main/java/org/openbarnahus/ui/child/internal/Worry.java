// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import java.util.List;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;

/**
 * Why answers could not be sent, in a child's words.
 *
 * @param item the free item it is about, empty text when it concerns the whole
 * @param key of the text
 */
record Worry(String item, String key) {
    /** The first problem of an item, else the first at all: one thing at a time. */
    static Worry first(QuestionnaireDefinition questionnaire, List<Problem> problems) {
        return problems.stream()
                .filter(p -> questionnaire.freeItems().stream().anyMatch(i -> i.id().equals(p.path())))
                .findFirst()
                .map(p -> new Worry(p.path(), key(p.code())))
                .orElseGet(() -> new Worry("", key(problems.getFirst().code())));
    }

    private static String key(ErrorCode code) {
        return switch (code) {
            case IDENTIFIER_IN_TEXT -> "child.worry.identifier";
            case TEXT_NOT_SCREENED -> "child.worry.no-text";
            case TOO_LONG -> "child.worry.long";
            case FORBIDDEN_CHARACTER -> "child.worry.character";
            case REQUIRED -> "child.worry.nothing";
            case STORE_UNAVAILABLE, BUSY -> "child.worry.wait";
            default -> "child.worry.other";
        };
    }
}
