// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openbarnahus.core.service.query.Training;
import org.openbarnahus.core.service.query.TrainingState;

/**
 * The parts of the training as HTML.
 *
 * @param chosen letters by question
 * @param errors by question
 */
record TrainingPage(Texts texts, Training training, Map<String, String> chosen, Map<String, String> errors) {

    /** Until when it holds, by when it must be done, or that nothing else is open. */
    String state(TrainingState state) {
        if (state.ended()) {
            return "<p role=\"status\"><strong>" + texts.html("training.ended") + "</strong></p>\n";
        }
        boolean holds = state.passed().isPresent() && !state.remind();
        LocalDate day = holds ? LocalDate.ofInstant(state.due(), ZoneOffset.UTC) : state.lastDay();
        return "<p>" + texts.html(holds ? "training.holds" : "training.due") + " <strong>" + texts.day(day)
                + "</strong></p>\n";
    }

    String points() {
        return "<article class=\"agreement\"><ol>"
                + training.points().stream()
                        .map(point -> "<li>" + Texts.escape(point) + "</li>")
                        .collect(Collectors.joining("\n"))
                + "</ol></article>\n<h2>" + texts.html("training.test") + "</h2>\n<p class=\"hint\">"
                + texts.html("training.hint") + "</p>\n";
    }

    String questions() {
        return IntStream.range(0, training.questions().size())
                .mapToObj(i -> question(i + 1, training.questions().get(i)))
                .collect(Collectors.joining());
    }

    private String question(int number, Training.Question question) {
        String error = errors.get(question.id());
        String id = question.id() + "-error";
        String wrong = error == null
                ? ""
                : "<p class=\"wrong\" id=\"" + id + "\">" + Texts.escape(error)
                        + (chosen.containsKey(question.id()) ? " " + Texts.escape(question.why()) : "") + "</p>\n";
        return "<fieldset class=\"question\"" + (error == null ? "" : " aria-describedby=\"" + id + "\"")
                + "><legend>" + number + ". " + Texts.escape(question.text()) + "</legend>\n"
                + question.answers().entrySet().stream()
                        .map(answer -> choice(question.id(), answer.getKey(), answer.getValue()))
                        .collect(Collectors.joining())
                + wrong + "</fieldset>\n";
    }

    private String choice(String question, String letter, String text) {
        boolean checked = letter.equals(chosen.get(question));
        return "<label class=\"choice\"><input type=\"radio\" name=\"" + question + "\" value=\"" + letter
                + "\" required" + (checked ? " checked" : "") + "> <span>" + Texts.escape(text) + "</span></label>\n";
    }
}
