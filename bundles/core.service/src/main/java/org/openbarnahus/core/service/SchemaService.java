// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.JsonSchemaKind;
import org.openbarnahus.core.service.query.PackStatus;
import org.osgi.annotation.versioning.ProviderType;

/** The schema in force, and those of the past. Implemented by engine.schema. */
@ProviderType
public interface SchemaService {
    /** The schema of the session's country, absent while its pack is not active. */
    @Requires(Permission.SCHEMA_READ)
    Optional<SchemaSnapshot> current(Session session);

    /** A schema that is or was in force. */
    @Requires(Permission.SCHEMA_READ)
    Optional<SchemaSnapshot> snapshot(Session session, SnapshotId id);

    /** A schema of the session's country, of the present or the past, that has the field: its words for an old value. */
    @Requires(Permission.SCHEMA_READ)
    default Optional<SchemaSnapshot> knowing(Session session, FieldId field) {
        return current(session).filter(s -> s.field(field).isPresent());
    }

    /** JSON Schema 2020-12 of what REST accepts under the snapshot, as JSON text. */
    @Requires(Permission.SCHEMA_READ)
    Optional<String> jsonSchema(Session session, SnapshotId id, JsonSchemaKind kind);

    /** Every pack that was found, the refused ones too, with the reasons. */
    @Requires(Permission.PLUGIN_READ)
    List<PackStatus> packs(Session session);
}
