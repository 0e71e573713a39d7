// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The training in data protection, in one language.
 *
 * @param language two letters
 * @param points what must be known, a sentence or three each
 */
public record Training(int version, String language, List<String> points, List<Question> questions) {
    public Training {
        points = List.copyOf(points);
        questions = List.copyOf(questions);
    }

    /**
     * One of the answers is right.
     *
     * @param answers by letter, in order
     * @param why told to whoever got it wrong
     */
    public record Question(String id, String text, Map<String, String> answers, String why) {
        public Question {
            answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        }
    }
}
