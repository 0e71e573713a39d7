// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.TrainingService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.query.Training;
import org.openbarnahus.core.service.query.TrainingState;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.openbarnahus.core.service.text.TrainingText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Teaching, asking, and remembering who has passed. */
@Component(service = TrainingService.class)
public final class Trainings implements TrainingService {
    private final AccessGate access;
    private final TrainingBook book;
    private final SignInStore store;
    private final TimeSource time;

    @Activate
    public Trainings(
            @Reference AccessGate access,
            @Reference TrainingBook book,
            @Reference SignInStore store,
            @Reference TimeSource time) {
        this.access = access;
        this.book = book;
        this.store = store;
        this.time = time;
    }

    @Override
    public Outcome<Training> current(Session session, Locale language) {
        return access.admit(session, Permission.OWN_SESSION).map(purpose -> TrainingText.in(language));
    }

    @Override
    public Outcome<TrainingState> state(Session session) {
        // admitted, so it is one of ours
        return access.admit(session, Permission.OWN_SESSION).map(purpose -> book.state(((Held) session).live()));
    }

    @Override
    public Outcome<TrainingState> answer(Session session, Locale language, Map<String, String> answers) {
        return access.admit(session, Permission.OWN_SESSION).then(purpose -> {
            LiveSession live = ((Held) session).live();
            Set<String> wrong = TrainingText.wrong(answers);
            if (!wrong.isEmpty()) {
                return Outcome.refused(wrong.stream()
                        .map(id -> Problem.at(
                                answers.containsKey(id) ? ErrorCode.TRAINING_WRONG : ErrorCode.REQUIRED,
                                "answers/" + id))
                        .toList());
            }
            if (!book.state(live).remind()) {
                return Outcome.done(book.state(live)); // passed, and not due for long: once is enough
            }
            String code = TrainingText.in(language).language();
            TrainingRecord passed = new TrainingRecord(session.actor().user(), TrainingText.VERSION, code, time.now());
            store.passed(passed, audit(session, purpose, passed));
            book.passed(live);
            return Outcome.done(book.state(live));
        });
    }

    @Override
    public Outcome<List<TrainingRecord>> ofTheHouse(Session session) {
        return access.admit(session, Permission.USER_MANAGE)
                .map(purpose -> store.trainingsOf(session.actor().service()));
    }

    private static AuditEntry audit(Session session, Purpose purpose, TrainingRecord passed) {
        return new AuditEntry(
                passed.at(),
                Optional.of(session.actor().service()),
                Optional.of(passed.account()),
                session.id(),
                purpose,
                AuditEntry.Action.CREATE,
                "training",
                passed.account().toString(),
                AuditEntry.Result.DONE,
                Set.of(),
                passed.version() + " " + passed.language());
    }
}
