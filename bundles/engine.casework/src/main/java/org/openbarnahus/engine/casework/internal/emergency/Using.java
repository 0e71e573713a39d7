// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.emergency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.EmergencyReason;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.command.UseEmergency;
import org.openbarnahus.core.service.gate.EmergencyGate;
import org.openbarnahus.core.service.gate.GuessGate;
import org.openbarnahus.core.service.gate.GuessGate.Guess;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.DuplicateRequestException;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.RequestRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;
import org.openbarnahus.engine.casework.internal.save.Asked;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Screened;

/**
 * Somebody opens a case. What (s)he wrote is checked first, which says nothing about any case; then the number is a guess until it
 * was right: wrong ones are slowed down by account, written down and counted by the alerts.
 */
record Using(EmergencyGate rules, GuessGate guesses, PrivacyGate privacy, TenantStore store, SiteStore site) {
    private static final String KIND = "emergency";
    private static final Screened TEXT =
            new Screened("text", EmergencyAccessService.SHORTEST_TEXT, EmergencyAccessService.LONGEST_TEXT);

    Outcome<EmergencyAccess> use(Caller caller, UseEmergency command, Asked asked) {
        List<Problem> problems = problems(caller, command);
        if (!problems.isEmpty()) {
            site.audit(Words.refused(caller, "", problems.getFirst().code().name()));
            return Outcome.refused(problems);
        }
        // no account has a name with a space, so that nobody's sign-in is slowed down by this
        String whose = "case numbers of " + caller.actor().user();
        Guess guess = guesses.begin(whose, whose);
        if (!guess.pause().isZero()) {
            return paused(caller, guess.pause());
        }
        return guessed(caller, command, asked, guess);
    }

    private Outcome<EmergencyAccess> guessed(Caller caller, UseEmergency command, Asked asked, Guess guess) {
        boolean wrong = false;
        try {
            Outcome<EmergencyAccess> outcome = once(caller, command, asked);
            wrong = outcome instanceof Outcome.Refused<EmergencyAccess> refused
                    && refused.problems().getFirst().code() == ErrorCode.NOT_FOUND;
            return outcome;
        } finally {
            if (wrong) {
                guess.failed();
            } else {
                // a right one gives back its own try and no other: whoever knows one number has no more guesses at the
                // rest
                guess.forgive();
            }
        }
    }

    private Outcome<EmergencyAccess> paused(Caller caller, Duration pause) {
        site.audit(Words.denied(caller, "", "throttled"));
        String seconds = Long.toString(Math.max(1, pause.plusMillis(999).toSeconds()));
        return Outcome.refused(Problem.at(ErrorCode.THROTTLED, "", "seconds", seconds));
    }

    private List<Problem> problems(Caller caller, UseEmergency command) {
        List<Problem> problems = new ArrayList<>();
        if (EmergencyReason.ofCode(command.reason()).isEmpty()) {
            problems.add(Problem.at(ErrorCode.UNKNOWN_CODE, "reason"));
        }
        problems.addAll(
                TEXT.problems(privacy, caller.actor().country(), command.text().strip()));
        return problems;
    }

    private Outcome<EmergencyAccess> once(Caller caller, UseEmergency command, Asked asked) {
        Optional<Outcome<EmergencyAccess>> before =
                store.settled(caller.service(), unit -> replay(caller, asked, unit));
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return store.write(caller.service(), unit -> inTransaction(caller, command, asked, unit));
        } catch (DuplicateRequestException e) {
            // the same request on another thread was faster: its answer is ours
            return store.settled(caller.service(), unit -> replay(caller, asked, unit))
                    .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.BUSY)));
        }
    }

    private Written<Outcome<EmergencyAccess>> inTransaction(
            Caller caller, UseEmergency command, Asked asked, WriteUnit unit) {
        Optional<CaseFile> file = number(command).flatMap(unit::findCase);
        if (file.isEmpty()) {
            return refused(caller, "", new Decision.Denied("number"), ErrorCode.NOT_FOUND);
        }
        unit.lock(file.get().id());
        CaseTies ties = CaseTies.of(unit, file.get().id(), caller.actor().user());
        return switch (rules.open(caller.session(), file.get(), caller.today(), ties)) {
            case Decision.Allowed allowed -> opened(caller, file.get(), command, asked, unit);
            case Decision.Denied denied -> refused(caller, file.get().id().toString(), denied, denied.code());
        };
    }

    private Written<Outcome<EmergencyAccess>> opened(
            Caller caller, CaseFile file, UseEmergency command, Asked asked, WriteUnit unit) {
        EmergencyAccess access = new EmergencyAccess(
                UUID.randomUUID(),
                file.id(),
                file.number(),
                caller.actor().user(),
                EmergencyReason.ofCode(command.reason()).orElseThrow(),
                command.text().strip(),
                caller.now(),
                rules.until(caller.now()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
        unit.insert(access);
        unit.insert(new RequestRecord(
                user(caller),
                asked.key(),
                asked.fingerprint(),
                KIND,
                access.id().toString(),
                1,
                caller.now()));
        return new Written<>(Outcome.done(access), List.of(Words.used(caller, access)), List.of());
    }

    /** What is not needed is a slip; all else is a try at what is not given. */
    private static Written<Outcome<EmergencyAccess>> refused(
            Caller caller, String caseId, Decision.Denied denied, ErrorCode told) {
        var entry = told == ErrorCode.EMERGENCY_NOT_NEEDED
                ? Words.refused(caller, caseId, told.name())
                : Words.denied(caller, caseId, denied.reason());
        return new Written<>(Outcome.refused(Problem.of(told)), List.of(entry), List.of());
    }

    private static Optional<Outcome<EmergencyAccess>> replay(Caller caller, Asked asked, ReadUnit unit) {
        return unit.findRequest(user(caller), asked.key())
                .map(record ->
                        record.kind().equals(KIND) && record.fingerprint().equals(asked.fingerprint())
                                ? unit.emergency(UUID.fromString(record.objectId()))
                                        .map(Outcome::done)
                                        .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)))
                                : Outcome.refused(Problem.of(ErrorCode.REQUEST_KEY_REUSED)));
    }

    private static Optional<CaseNumber> number(UseEmergency command) {
        try {
            return Optional.of(new CaseNumber(command.caseNumber().strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String user(Caller caller) {
        return caller.actor().user().toString();
    }
}
