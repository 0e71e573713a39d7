// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.Collection;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.DuplicateRequestException;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;

/** The frame of every save: who, under which law, once only, through the eight gates, in one transaction. */
public final class Saving {
    private final CaseGate access;
    private final Callers callers;
    private final SaveGates gates;
    private final TenantStore store;
    private final SiteStore site;
    private final PaceGate pace;

    public Saving(CaseGate access, Callers callers, SaveGates gates, TenantStore store, SiteStore site, PaceGate pace) {
        this.access = access;
        this.callers = callers;
        this.gates = gates;
        this.store = store;
        this.site = site;
        this.pace = pace;
    }

    /** What is to be saved, worked out from what is stored; the case is locked by then. */
    @FunctionalInterface
    public interface Plan {
        Outcome<Draft> draft(Caller caller, SchemaSnapshot snapshot, WriteUnit unit);
    }

    /**
     * @param about object of the request for the audit trail: a case id, or empty text for a new case
     */
    public record Task(Permission permission, AuditEntry.Action action, String about, Asked asked, Plan plan) {}

    /** Saves, or gives the answer of the first time when the request was made before. */
    public <T> Outcome<T> save(Session session, Task task, Answer<T> answer) {
        return callers.admit(session, task.permission())
                .then(caller -> audited(caller, task, paced(caller, task, answer))
                        .map(value -> answer.shown(value, callers.sight(caller, access, true))));
    }

    /** As the law, refused when the command names a field that the caller is not shown. */
    public Outcome<SchemaSnapshot> mayName(Caller caller, SchemaSnapshot law, Scope scope, Collection<FieldId> fields) {
        return new FieldCheck(access).named(caller, law, scope, fields);
    }

    private <T> Outcome<T> paced(Caller caller, Task task, Answer<T> answer) {
        return pace.write(caller.session())
                .<Outcome<T>>map(Outcome::refused)
                .orElseGet(() -> told(caller, task, callers.law(caller).then(law -> write(caller, law, task, answer))));
    }

    private <T> Outcome<T> write(Caller caller, SchemaSnapshot law, Task task, Answer<T> answer) {
        try {
            return Outcome.done(store.write(caller.service(), unit -> inTransaction(caller, law, task, answer, unit)));
        } catch (Stopped e) {
            return answerOf(e);
        } catch (StaleVersionException e) {
            return Outcome.refused(Problem.of(ErrorCode.STALE));
        } catch (DuplicateRequestException e) {
            // the same request on another thread was faster: its answer is ours
            return store.settled(caller.service(), unit -> replay(caller, task, answer, unit))
                    .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.BUSY)));
        }
    }

    private <T> Written<T> inTransaction(
            Caller caller, SchemaSnapshot law, Task task, Answer<T> answer, WriteUnit unit) {
        replay(caller, task, answer, unit).ifPresent(Saving::stop);
        readingOn(caller, task, unit).ifPresent(Saving::stop);
        Save save = orStop(task.plan()
                .draft(caller, law, unit)
                .map(draft -> Save.of(caller, task.action(), law, draft).in(unit))
                .then(gates::pass));
        T value = answer.of(save);
        unit.insert(answer.remembered(value, task.asked(), user(caller), caller.now()));
        return new Written<>(value, save.audit(), save.events());
    }

    /**
     * The answer to a change shows the whole case: whoever reads on and on does not get round the second factor by it. A case
     * that is not there is neither counted nor refused for that: its plan says so.
     */
    private Optional<Outcome<Object>> readingOn(Caller caller, Task task, ReadUnit unit) {
        return Optional.of(task.about())
                .filter(about -> !about.isEmpty())
                .map(CaseId::of)
                .flatMap(unit::findCase)
                .flatMap(file -> pace.show(caller.session(), file.id()))
                .map(Outcome::refused);
    }

    private <T> Optional<Outcome<T>> replay(Caller caller, Task task, Answer<T> answer, ReadUnit unit) {
        return stranger(caller, task, unit)
                ? Optional.of(Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)))
                : answer.replay(unit, task.asked(), user(caller));
    }

    /**
     * Whether the case is not for the caller, or not there at all: asked before anything else is found out or said about it, an
     * answer of earlier days included.
     */
    private boolean stranger(Caller caller, Task task, ReadUnit unit) {
        boolean knowsAll = access.reach(caller.session(), caller.permission(), caller.today())
                .whole();
        return !task.about().isEmpty()
                && !knowsAll
                && unit.findCase(CaseId.of(task.about()))
                        .map(file -> access.decide(
                                caller.session(),
                                caller.permission(),
                                file,
                                caller.today(),
                                CaseTies.of(unit, file.id(), caller.actor().user())))
                        .filter(Decision.Allowed.class::isInstance)
                        .isEmpty();
    }

    private <T> Outcome<T> told(Caller caller, Task task, Outcome<T> outcome) {
        return task.about().isEmpty()
                ? outcome
                : new Missing(access, store, site).told(caller, CaseId.of(task.about()), outcome);
    }

    /** A refusal is worth knowing for whoever looks after the house: which field trips people, who tries what. */
    private <T> Outcome<T> audited(Caller caller, Task task, Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            String first = refused.problems().getFirst().code().name();
            site.audit(caller.wasRefused(task.action(), "case", task.about(), first));
        }
        return outcome;
    }

    private static String user(Caller caller) {
        return caller.actor().user().toString();
    }

    private static Save orStop(Outcome<Save> outcome) {
        return switch (outcome) {
            case Outcome.Done<Save> done -> done.value();
            case Outcome.Refused<Save> refused -> throw new Stopped(refused);
        };
    }

    private static void stop(Outcome<?> answer) {
        throw new Stopped(answer);
    }

    /** Safe: within one call, only answers of the call's own type are stopped with, and refusals, which carry none. */
    @SuppressWarnings("unchecked")
    private static <T> Outcome<T> answerOf(Stopped stopped) {
        return (Outcome<T>) stopped.answer();
    }
}
