// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.engine.access.internal.FieldRules.Viewer;

/** {@link FieldRules}, remembered: a schema never changes under its id, and there are few agencies. */
final class FieldDecisions {
    /** Viewers of a schema are a dozen; some schemas of the past are asked for too. */
    private static final int REMEMBERED = 256;

    private record Question(SnapshotId schema, String country, Viewer viewer) {}

    private final Map<Question, FieldReach> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, FieldReach> eldest) {
            return size() > REMEMBERED;
        }
    };

    FieldReach decide(SchemaSnapshot schema, Viewer viewer) {
        if (viewer.whole()) {
            return FieldReach.everything();
        }
        Question question = new Question(schema.id(), schema.country(), viewer);
        synchronized (answers) {
            return answers.computeIfAbsent(question, q -> FieldRules.decide(schema, viewer));
        }
    }
}
