// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.time.LocalDate;
import java.util.List;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.ChangeCase;
import org.openbarnahus.core.service.command.ChangeEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RemoveEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.CaseDetails;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Cases and their timelines. Registered only while the country pack of at least one service is active: no form without the
 * law. A write has passed all eight gates, and is committed and synced to disk, before the answer comes.
 *
 * <p>A write with a {@link RequestKey} that was answered before gives the same answer again and does nothing. Store trouble
 * is a {@link StoreUnavailableException}; nothing is written then.
 */
@ProviderType
public interface CaseService {
    @Requires(Permission.CASE_CREATE)
    Outcome<CaseFile> open(Session session, OpenCase command, RequestKey key);

    /** Refused as STALE when the case has another version than the command expects. */
    @Requires(Permission.CASE_CHANGE)
    Outcome<CaseFile> change(Session session, ChangeCase command, RequestKey key);

    @Requires(Permission.TIMELINE_WRITE)
    Outcome<TimelineEntry> record(Session session, RecordEntry command, RequestKey key);

    @Requires(Permission.TIMELINE_WRITE)
    Outcome<TimelineEntry> change(Session session, ChangeEntry command, RequestKey key);

    /** Takes an entry off the timeline, or puts a removed one back. */
    @Requires(Permission.TIMELINE_WRITE)
    Outcome<TimelineEntry> remove(Session session, RemoveEntry command, RequestKey key);

    /** A case with its timeline (removed entries left out), oldest entry first, and what the rules say about it today. */
    @Requires(Permission.CASE_READ)
    Outcome<CaseDetails> find(Session session, CaseId id);

    @Requires(Permission.CASE_LIST)
    Outcome<CasePage> list(Session session, CaseQuery query);

    /** What the rules in force say about the case on the day. */
    @Requires(Permission.CASE_READ)
    Outcome<List<Verdict>> deadlines(Session session, CaseId id, LocalDate asOf);
}
