// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.time.Instant;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.RequestRecord;

/** What a save gives back, and how the same is found again when the request is repeated. */
public sealed interface Answer<T> {
    /** As in {@link RequestRecord#kind()}. */
    String kind();

    T of(Save save);

    /** What the database remembers of the answer. */
    RequestRecord remembered(T answer, Asked asked, String user, Instant at);

    Optional<T> again(ReadUnit unit, RequestRecord record);

    /** The answer as its reader is shown it, the first time and when it is repeated. */
    T shown(T answer, Sight sight);

    /** The answer given before to the same request; empty when it is new; a refusal when the key stood for another. */
    default Optional<Outcome<T>> replay(ReadUnit unit, Asked asked, String user) {
        return unit.findRequest(user, asked.key()).map(record -> {
            if (!record.kind().equals(kind()) || !record.fingerprint().equals(asked.fingerprint())) {
                return Outcome.refused(Problem.of(ErrorCode.REQUEST_KEY_REUSED));
            }
            return again(unit, record)
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
        });
    }

    record OfCase() implements Answer<CaseFile> {
        @Override
        public String kind() {
            return "case";
        }

        @Override
        public CaseFile of(Save save) {
            return save.draft().file();
        }

        @Override
        public RequestRecord remembered(CaseFile file, Asked asked, String user, Instant at) {
            return new RequestRecord(
                    user, asked.key(), asked.fingerprint(), kind(), file.id().toString(), file.version(), at);
        }

        @Override
        public Optional<CaseFile> again(ReadUnit unit, RequestRecord record) {
            return unit.findCase(CaseId.of(record.objectId()), record.version());
        }

        @Override
        public CaseFile shown(CaseFile file, Sight sight) {
            return sight.of(file);
        }
    }

    record OfEntry() implements Answer<TimelineEntry> {
        @Override
        public String kind() {
            return "entry";
        }

        @Override
        public TimelineEntry of(Save save) {
            return save.draft().entries().getFirst().after();
        }

        @Override
        public RequestRecord remembered(TimelineEntry entry, Asked asked, String user, Instant at) {
            return new RequestRecord(
                    user, asked.key(), asked.fingerprint(), kind(), entry.id().toString(), entry.version(), at);
        }

        @Override
        public Optional<TimelineEntry> again(ReadUnit unit, RequestRecord record) {
            return unit.findEntry(EntryId.of(record.objectId()), record.version());
        }

        @Override
        public TimelineEntry shown(TimelineEntry entry, Sight sight) {
            return sight.of(entry);
        }
    }
}
