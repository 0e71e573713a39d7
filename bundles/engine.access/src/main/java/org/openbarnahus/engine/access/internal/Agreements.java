// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.PlainText;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AgreementService;
import org.openbarnahus.core.service.command.AcceptAgreement;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.query.Agreement;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.AgreementRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reading, signing and publishing the user agreement. */
@Component(service = AgreementService.class)
public final class Agreements implements AgreementService {
    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_TEXT = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    private final AccessGate access;
    private final AgreementBook book;
    private final SignInStore store;
    private final TimeSource time;

    @Activate
    public Agreements(
            @Reference AccessGate access,
            @Reference AgreementBook book,
            @Reference SignInStore store,
            @Reference TimeSource time) {
        this.access = access;
        this.book = book;
        this.store = store;
        this.time = time;
    }

    @Override
    public Outcome<Agreement> current(Session session, Locale language) {
        return access.admit(session, Permission.OWN_SESSION)
                .map(purpose -> book.current(session.actor().service(), language));
    }

    @Override
    public Outcome<List<AcceptanceRecord>> mine(Session session) {
        return access.admit(session, Permission.OWN_SESSION)
                .map(purpose -> store.acceptances(session.actor().user()));
    }

    @Override
    public Outcome<List<AcceptanceRecord>> ofTheHouse(Session session) {
        return access.admit(session, Permission.USER_MANAGE)
                .map(purpose -> store.acceptancesOf(session.actor().service()));
    }

    @Override
    public Outcome<AcceptanceRecord> accept(Session session, AcceptAgreement command) {
        return access.admit(session, Permission.OWN_SESSION).then(purpose -> sign(session, command, purpose));
    }

    private Outcome<AcceptanceRecord> sign(Session session, AcceptAgreement command, Purpose purpose) {
        List<Problem> problems = new ArrayList<>();
        name(command.name(), "name").ifPresent(problems::add);
        name(command.title(), "title").ifPresent(problems::add);
        name(command.organisation(), "organisation").ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Agreement now = book.current(session.actor().service(), Locale.of(command.language()));
        if (now.version() != command.version()
                || !now.language().equals(command.language())
                || !now.hash().equals(command.hash())) {
            return Outcome.refused(Problem.of(ErrorCode.AGREEMENT_CHANGED));
        }
        Optional<AcceptanceRecord> before = store.acceptances(session.actor().user()).stream()
                .filter(signed ->
                        signed.version() == now.version() && signed.hash().equals(now.hash()))
                .findFirst();
        return Outcome.done(before.orElseGet(() -> signed(session, command, purpose)));
    }

    private AcceptanceRecord signed(Session session, AcceptAgreement command, Purpose purpose) {
        AcceptanceRecord signed = new AcceptanceRecord(
                session.actor().user(),
                command.version(),
                command.language(),
                command.hash(),
                command.name().strip(),
                command.title().strip(),
                command.organisation().strip(),
                time.now());
        store.accept(
                signed,
                audit(
                        session,
                        purpose,
                        AuditEntry.Action.CREATE,
                        Set.of("name", "title", "organisation"),
                        command.version() + " " + command.language() + " " + command.hash()));
        return signed;
    }

    @Override
    public Outcome<Agreement> publish(Session session, int seen, Map<String, String> texts) {
        return access.admit(session, Permission.USER_GRANT).then(purpose -> {
            List<Problem> problems = texts.entrySet().stream()
                    .flatMap(text -> text(text.getKey(), text.getValue()))
                    .toList();
            if (texts.isEmpty() || !problems.isEmpty()) {
                return Outcome.refused(texts.isEmpty() ? List.of(Problem.at(ErrorCode.REQUIRED, "texts")) : problems);
            }
            if (book.current(session.actor().service(), Locale.ENGLISH).version() != seen) {
                return Outcome.refused(Problem.of(ErrorCode.AGREEMENT_CHANGED));
            }
            int version = seen + 1;
            List<AgreementRecord> records = texts.entrySet().stream()
                    .map(text -> new AgreementRecord(
                            session.actor().service(),
                            version,
                            text.getKey(),
                            text.getValue().strip(),
                            time.now()))
                    .toList();
            store.publish(
                    records,
                    audit(session, purpose, AuditEntry.Action.CONFIGURE, texts.keySet(), Integer.toString(version)));
            book.published(session.actor().service());
            return Outcome.done(book.current(session.actor().service(), Locale.ENGLISH));
        });
    }

    private static Stream<Problem> text(String language, String text) {
        String path = "texts/" + language;
        if (!LANGUAGE.matcher(language).matches()) {
            return Stream.of(Problem.at(ErrorCode.UNKNOWN_CODE, "texts"));
        }
        if (text.strip().length() < SHORTEST_TEXT) {
            return Stream.of(Problem.at(ErrorCode.TOO_SHORT, path, "min", Integer.toString(SHORTEST_TEXT)));
        }
        if (text.length() > LONGEST_TEXT) {
            return Stream.of(Problem.at(ErrorCode.TOO_LONG, path, "max", Integer.toString(LONGEST_TEXT)));
        }
        return PlainText.isPlain(text) ? Stream.empty() : Stream.of(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, path));
    }

    private static Optional<Problem> name(String value, String path) {
        if (value.isBlank()) {
            return Optional.of(Problem.at(ErrorCode.REQUIRED, path));
        }
        if (value.length() > LONGEST_NAME) {
            return Optional.of(Problem.at(ErrorCode.TOO_LONG, path, "max", Integer.toString(LONGEST_NAME)));
        }
        return PlainText.isPlainLine(value)
                ? Optional.empty()
                : Optional.of(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, path));
    }

    private AuditEntry audit(
            Session session, Purpose purpose, AuditEntry.Action action, Set<String> fields, String detail) {
        return new AuditEntry(
                time.now(),
                Optional.of(session.actor().service()),
                Optional.of(session.actor().user()),
                session.id(),
                purpose,
                action,
                "agreement",
                session.actor().user().toString(),
                AuditEntry.Result.DONE,
                fields,
                detail);
    }
}
