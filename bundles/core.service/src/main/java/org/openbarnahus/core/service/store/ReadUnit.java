// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.osgi.annotation.versioning.ProviderType;

/** One transaction on one tenant's data; never sees another tenant's rows. */
@ProviderType
public interface ReadUnit {
    Optional<CaseFile> findCase(CaseId id);

    Optional<CaseFile> findCase(CaseNumber number);

    /** The case as it was in the version; the current one included. */
    Optional<CaseFile> findCase(CaseId id, long version);

    /** Whether there was such a case in the house, and it was erased. */
    default boolean erased(CaseId id) {
        return false;
    }

    /** Timeline in order of date and entry, removed entries included. */
    List<TimelineEntry> timeline(CaseId id);

    Optional<TimelineEntry> findEntry(EntryId id);

    Optional<TimelineEntry> findEntry(EntryId id, long version);

    /** Of the cases that somebody is shown; its total counts no others. */
    CasePage page(CaseQuery query, CaseReach reach);

    /** Of all cases of the house: for the product's own work, not for anybody who asks. */
    default CasePage page(CaseQuery query) {
        return page(query, CaseReach.wholeHouse());
    }

    Optional<CaseMember> member(CaseId id, UserId account);

    /** All that a case ever had, also those whose membership is over, in no order. */
    List<CaseMember> members(CaseId id);

    /** All emergency accesses to a case, also those that are over, in no order. */
    List<EmergencyAccess> emergencies(CaseId id);

    /** Those of the house: what waits for its review first, the longest first; then the newest. */
    List<EmergencyAccess> emergencies(int most);

    /** Those of somebody, the newest first. */
    List<EmergencyAccess> emergencies(UserId account, int most);

    Optional<EmergencyAccess> emergency(UUID id);

    /** Hands over every case with its timeline, without free text, in batches: for facts. */
    void forEachHistory(Consumer<CaseHistory> consumer);

    /** Those of the cases that are there and the tenant's, with their timelines, without free text, in no order: for facts. */
    List<CaseHistory> histories(Collection<CaseId> ids);

    Optional<RequestRecord> findRequest(String user, String key);

    List<QuestionnaireResponse> responses(String questionnaireId);
}
