// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.access.internal.FieldRules.Viewer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Genuine session first, then {@link AccessRules}; what is denied is written down. */
@Component(
        service = {AccessGate.class, CaseGate.class},
        configurationPid = AccessConfig.PID)
public final class AccessDecisions implements CaseGate {
    private static final Logger LOG = LoggerFactory.getLogger(AccessDecisions.class);

    private final SessionTable table;
    private final Preconditions preconditions;
    private final SiteStore site;
    private final AccessTrail trail;
    private final TimeSource time;
    private final int closedDays;
    private final FieldDecisions fields = new FieldDecisions();

    @Activate
    public AccessDecisions(
            @Reference SessionTable table,
            @Reference Preconditions preconditions,
            @Reference SiteStore store,
            @Reference TimeSource time,
            AccessConfig config) {
        this(table, preconditions, store, new AccessTrail(store, time), time, CaseTerms.of(config));
    }

    AccessDecisions(
            SessionTable table,
            Preconditions preconditions,
            SiteStore site,
            AccessTrail trail,
            TimeSource time,
            CaseTerms terms) {
        this.table = table;
        this.preconditions = preconditions;
        this.site = site;
        this.trail = trail;
        this.time = time;
        this.closedDays = terms.closedDays();
    }

    @Override
    public Decision decide(Session session, Permission permission) {
        return table.isLive(session)
                ? written(session, permission, "", "", decided(session, permission))
                : notLive(session, permission);
    }

    /** The role decides, except for what changes all houses at once: a house's manager decides that only in a single house. */
    private Decision decided(Session session, Permission permission) {
        Decision byRole = AccessRules.decide(session.actor(), permission);
        return permission == Permission.PLUGIN_SWITCH && byRole instanceof Decision.Allowed
                ? AccessRules.ofAllHouses(session.actor(), site.services().size(), byRole)
                : byRole;
    }

    @Override
    public Decision decide(
            Session session, Permission permission, ServiceId owner, String objectType, String objectId) {
        return table.isLive(session)
                ? written(
                        session,
                        permission,
                        objectType,
                        objectId,
                        AccessRules.decide(session.actor(), permission, owner))
                : notLive(session, permission);
    }

    @Override
    public CaseReach reach(Session session, Permission permission, LocalDate today) {
        return AccessRules.reach(session.actor(), permission, today, time.now(), closedDays);
    }

    @Override
    public Decision decide(Session session, Permission permission, CaseFile file, LocalDate today, CaseTies ties) {
        CaseReach reach = reach(session, permission, today);
        return table.isLive(session)
                ? written(
                        session,
                        permission,
                        "case",
                        file.id().toString(),
                        AccessRules.decide(session.actor(), permission, file, reach, ties))
                : notLive(session, permission);
    }

    @Override
    public FieldReach fields(Session session, SchemaSnapshot schema, boolean worksWith) {
        return fields.decide(schema, Viewer.of(session.actor(), worksWith));
    }

    @Override
    public boolean worksWith(Session session, CaseFile file, LocalDate today, CaseTies ties) {
        CaseReach own = AccessRules.asMember(session.actor(), today, closedDays, time.now());
        return AccessRules.worksWith(session.actor(), file, own, ties);
    }

    private Decision written(
            Session session, Permission permission, String objectType, String objectId, Decision decision) {
        if (decision instanceof Decision.Denied denied) {
            String type = objectType.isEmpty() ? typeOf(permission) : objectType;
            trail.denied(
                    session,
                    PermissionTable.purpose(permission),
                    actionOf(permission),
                    type,
                    objectId,
                    denied.reason());
            return decision;
        }
        return session instanceof Held held ? steps(held, permission).orElse(decision) : decision;
    }

    /** What the role allows and the person must do something for first. No alarm: nobody tried what is not theirs. */
    private Optional<Decision> steps(Held session, Permission permission) {
        Optional<Decision> missing = permission == Permission.OWN_SESSION
                ? Optional.empty()
                : preconditions.missing(session.live()).map(Decision.Denied::new);
        if (missing.isPresent()) {
            return missing;
        }
        return PermissionTable.needsStepUp(permission) && !table.fresh(session)
                ? Optional.of(new Decision.Denied(AccessRules.STEP_UP))
                : Optional.empty();
    }

    /** Ended, or made up: nothing that such a session says about itself is believed. */
    private Decision notLive(Session session, Permission permission) {
        trail.anonymous(actionOf(permission), AccessRules.SESSION);
        if (!(session instanceof Held)) {
            LOG.error(
                    "A session that was never handed out asked for {}: {}",
                    permission,
                    session.getClass().getName());
        }
        return new Decision.Denied(AccessRules.SESSION);
    }

    private static String typeOf(Permission permission) {
        String name = permission.name().toLowerCase(Locale.ROOT);
        int end = name.indexOf('_');
        return end < 0 ? name : name.substring(0, end);
    }

    private static Action actionOf(Permission permission) {
        return switch (permission) {
            case CASE_LIST -> Action.SEARCH;
            case CASE_READ,
                    INDICATOR_READ,
                    SCHEMA_READ,
                    QUESTIONNAIRE_RESULTS,
                    PLUGIN_READ,
                    AUDIT_READ,
                    REQUEST_READ,
                    EMERGENCY_READ,
                    HOLD_READ,
                    KEY_READ -> Action.READ;
            case CASE_CREATE, QUESTIONNAIRE_OFFER -> Action.CREATE;
            case CASE_CHANGE,
                    TIMELINE_WRITE,
                    OWN_SESSION,
                    OWN_CREDENTIALS,
                    ALERT_HANDLE,
                    EMERGENCY_USE,
                    EMERGENCY_END,
                    EMERGENCY_REVIEW,
                    HOLD_PLACE,
                    HOLD_LIFT -> Action.CHANGE;
            case CASE_IMPORT -> Action.IMPORT;
            case CASE_ERASE -> Action.REMOVE;
            case AUDIT_EXPORT -> Action.EXPORT;
            case PLUGIN_SWITCH, USER_MANAGE, USER_GRANT, REQUEST_CONFIRM, KEY_OPERATE -> Action.CONFIGURE;
        };
    }
}
