// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.model.value.PlainText;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AlertService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.query.AlertInfo;
import org.openbarnahus.core.service.store.AlertRecord;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Alerts of the caller's house: read, and acknowledged by a person who is not their subject. */
@Component
public final class Alerts implements AlertService {
    private static final int MOST = 200;
    private static final int KEPT = 100_000;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 500;

    private final AccessGate access;
    private final AuditStore store;
    private final SiteStore site;
    private final PrivacyGate privacy;
    private final TimeSource time;
    private final Watch watch;

    @Activate
    public Alerts(
            @Reference AccessGate access,
            @Reference AuditStore store,
            @Reference SiteStore site,
            @Reference PrivacyGate privacy,
            @Reference TimeSource time,
            @Reference Watch watch) {
        this.access = access;
        this.store = store;
        this.site = site;
        this.privacy = privacy;
        this.time = time;
        this.watch = watch;
    }

    @Override
    public Outcome<List<AlertInfo>> alerts(Session session, boolean openOnly) {
        ServiceId house = session.actor().service();
        return admitted(session).map(purpose -> infos(house, store.alerts(house, openOnly, MOST)));
    }

    @Override
    public long open(Session session) {
        return admitted(session) instanceof Outcome.Done<Purpose>
                ? store.openAlerts(session.actor().service())
                : 0;
    }

    @Override
    public Outcome<AlertInfo> acknowledge(Session session, UUID alert, String note) {
        return admitted(session).then(purpose -> acknowledged(session, purpose, alert, note.strip()));
    }

    private Outcome<AlertInfo> acknowledged(Session session, Purpose purpose, UUID id, String note) {
        ServiceId house = session.actor().service();
        UserId user = session.actor().user();
        Optional<AlertRecord> found = one(house, id);
        if (found.isEmpty()) {
            return Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
        }
        if (found.get().user().equals(Optional.of(user))) {
            site.audit(entry(session, purpose, id, AuditEntry.Result.DENIED, "own"));
            return Outcome.refused(Problem.of(ErrorCode.DENIED));
        }
        if (saidBefore(found.get(), user, note)) {
            return Outcome.done(infos(house, List.of(found.get())).getFirst());
        }
        List<Problem> problems = problems(session, note);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        boolean done = store.acknowledge(
                house,
                id,
                new AlertRecord.Acknowledged(user, time.now(), note),
                entry(session, purpose, id, AuditEntry.Result.DONE, found.get().rule()));
        if (!done) {
            return Outcome.refused(Problem.of(ErrorCode.STALE));
        }
        watch.tell(Set.of(house));
        return Outcome.done(infos(house, List.of(one(house, id).orElseThrow())).getFirst());
    }

    /** A repeat of the same request. */
    private static boolean saidBefore(AlertRecord alert, UserId user, String note) {
        return alert.acknowledged()
                .filter(a -> a.by().equals(user) && a.note().equals(note))
                .isPresent();
    }

    private Optional<AlertRecord> one(ServiceId house, UUID id) {
        return store.alerts(house, false, KEPT).stream()
                .filter(a -> a.id().equals(id))
                .findFirst();
    }

    private List<Problem> problems(Session session, String note) {
        if (note.length() < SHORTEST) {
            return List.of(Problem.at(ErrorCode.REQUIRED, "/note"));
        }
        if (note.length() > LONGEST) {
            return List.of(Problem.at(ErrorCode.TOO_LONG, "/note", "limit", Integer.toString(LONGEST)));
        }
        if (!PlainText.isPlain(note)) {
            return List.of(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, "/note"));
        }
        return privacy.screen(session.actor().country(), new FieldValues(Map.of(CoreField.NOTE, new TextValue(note))));
    }

    private Outcome<Purpose> admitted(Session session) {
        return access.admit(session, Permission.ALERT_HANDLE);
    }

    private List<AlertInfo> infos(ServiceId house, List<AlertRecord> alerts) {
        Map<UserId, String> names = new HashMap<>();
        site.accounts(house).forEach(a -> names.put(a.id(), a.username()));
        return alerts.stream()
                .map(a -> new AlertInfo(
                        a.id(),
                        a.rule(),
                        a.user().map(u -> names.getOrDefault(u, u.toString())).orElse(""),
                        a.first(),
                        a.last(),
                        a.count(),
                        a.acknowledged()
                                .map(k -> new AlertInfo.Acknowledgement(
                                        names.getOrDefault(k.by(), k.by().toString()), k.at(), k.note()))))
                .toList();
    }

    private AuditEntry entry(Session session, Purpose purpose, UUID id, AuditEntry.Result result, String detail) {
        return new AuditEntry(
                time.now(),
                Optional.of(session.actor().service()),
                Optional.of(session.actor().user()),
                session.id(),
                purpose,
                AuditEntry.Action.CHANGE,
                "alert",
                id.toString(),
                result,
                Set.of("acknowledged"),
                detail);
    }
}
