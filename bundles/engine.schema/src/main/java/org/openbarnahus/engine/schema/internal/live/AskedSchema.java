// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.JsonSchemaKind;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.engine.schema.internal.publish.JsonSchemas;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Schemas for whoever may ask; who may not gets nothing, and engine.access has noted it. */
@Component(service = SchemaService.class)
public final class AskedSchema implements SchemaService {
    private static final int PUBLISHED = 16;

    private final AccessGate access;
    private final SchemaGate schemas;
    private final Supplier<List<PackStatus>> packs;
    private final Map<String, String> published = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > PUBLISHED;
        }
    };

    @Activate
    public AskedSchema(@Reference AccessGate access, @Reference SchemaComponent schemas) {
        this(access, schemas, schemas::packs);
    }

    AskedSchema(AccessGate access, SchemaGate schemas, Supplier<List<PackStatus>> packs) {
        this.access = access;
        this.schemas = schemas;
        this.packs = packs;
    }

    @Override
    public Optional<SchemaSnapshot> current(Session session) {
        return may(session, Permission.SCHEMA_READ)
                ? schemas.newest(session.actor().country())
                : Optional.empty();
    }

    @Override
    public Optional<SchemaSnapshot> snapshot(Session session, SnapshotId id) {
        return may(session, Permission.SCHEMA_READ) ? schemas.find(id) : Optional.empty();
    }

    @Override
    public Optional<SchemaSnapshot> knowing(Session session, FieldId field) {
        return may(session, Permission.SCHEMA_READ)
                ? schemas.knowing(session.actor().country(), field)
                : Optional.empty();
    }

    @Override
    public Optional<String> jsonSchema(Session session, SnapshotId id, JsonSchemaKind kind) {
        return snapshot(session, id).map(s -> published(s, kind));
    }

    @Override
    public List<PackStatus> packs(Session session) {
        return may(session, Permission.PLUGIN_READ) ? packs.get() : List.of();
    }

    /** A published schema never changes; the newest few are remembered. */
    private String published(SchemaSnapshot snapshot, JsonSchemaKind kind) {
        synchronized (published) {
            return published.computeIfAbsent(snapshot.id() + " " + kind, key -> JsonSchemas.write(snapshot, kind));
        }
    }

    private boolean may(Session session, Permission permission) {
        return access.decide(session, permission) instanceof Decision.Allowed;
    }
}
