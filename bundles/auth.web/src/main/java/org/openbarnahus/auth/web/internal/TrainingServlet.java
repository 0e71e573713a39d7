// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.TrainingService;
import org.openbarnahus.core.service.query.Training;
import org.openbarnahus.core.service.query.TrainingState;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The training in data protection: to read, to answer, and again whenever one likes. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(WebContext.TRAINING)
public final class TrainingServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TO = "to";
    /** Where the service says that an answer is wrong. */
    private static final String ANSWERS = "answers/";

    private final transient TrainingService trainings;

    @Activate
    public TrainingServlet(@Reference TrainingService trainings, BundleContext context) {
        this(trainings, isDemo(context));
    }

    TrainingServlet(TrainingService trainings, boolean demo) {
        super(demo);
        this.trainings = trainings;
    }

    @Override
    boolean behindSignIn() {
        return true;
    }

    @Override
    void sent(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException {
        Session session = session(request).orElseThrow();
        Outcome<TrainingState> outcome;
        try {
            Training training = trainings.current(session, texts.locale()).orElseThrow();
            outcome = trainings.answer(session, texts.locale(), answers(request, training));
        } catch (StoreUnavailableException e) {
            page(request, response, 503, alert(texts.get("later")), Map.of());
            return;
        }
        switch (outcome) {
            case Outcome.Done<TrainingState> done ->
                response.sendRedirect(SignInServlet.target(parameter(request, TO)));
            case Outcome.Refused<TrainingState> refused -> {
                Map<String, String> errors = refused.problems().stream()
                        .filter(problem -> problem.path().startsWith(ANSWERS))
                        .collect(Collectors.toMap(
                                problem -> problem.path().substring(ANSWERS.length()),
                                problem -> message(problem, texts)));
                Problem first = refused.problems().getFirst();
                String above = errors.isEmpty() ? message(first, texts) : texts.get("training.not-yet");
                page(request, response, status(first), alert(above), errors);
            }
        }
    }

    private static Map<String, String> answers(HttpServletRequest request, Training training) {
        Map<String, String> answers = new TreeMap<>();
        for (Training.Question question : training.questions()) {
            String answer = parameter(request, question.id());
            if (!answer.isEmpty()) {
                answers.put(question.id(), answer);
            }
        }
        return answers;
    }

    @Override
    void page(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String above,
            Map<String, String> errors)
            throws IOException {
        Texts texts = texts(request, response);
        Session session = session(request).orElseThrow();
        String main;
        try {
            Training training = trainings.current(session, texts.locale()).orElseThrow();
            TrainingPage page = new TrainingPage(texts, training, answers(request, training), errors);
            String fields = hidden(TO, SignInServlet.target(parameter(request, TO)))
                    + page.questions()
                    + button(texts, "training.submit");
            main = above
                    + page.state(trainings.state(session).orElseThrow())
                    + page.points()
                    + form(request, response, WebContext.TRAINING, fields);
        } catch (StoreUnavailableException e) {
            page(texts).send(response, 503, "", "training.title", alert(texts.get("later")));
            return;
        }
        page(texts).send(response, status, WebContext.TRAINING, "training.title", main);
    }
}
