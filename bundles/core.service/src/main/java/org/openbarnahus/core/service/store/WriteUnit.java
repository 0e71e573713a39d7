// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.osgi.annotation.versioning.ProviderType;

/** A transaction that may write. */
@ProviderType
public interface WriteUnit extends ReadUnit {
    /** The next free number of the year; a number is never given out twice, gaps are possible. */
    CaseNumber nextNumber(String serviceCode, int year);

    void insert(CaseFile file);

    /** Keeps the previous version as history. The file's version must be one above the stored one, else it is stale. */
    void update(CaseFile file);

    /** Serialises writers of one case for the rest of the transaction, so that state and limits are derived from the whole. */
    void lock(CaseId id);

    void insert(CaseMember member);

    /** The member's version must be one above the stored one, else it is stale. */
    void update(CaseMember member);

    void insert(EmergencyAccess access);

    /** Its version must be one above the stored one, else it is stale. */
    void update(EmergencyAccess access);

    void insert(TimelineEntry entry);

    /** As for a case. */
    void update(TimelineEntry entry);

    /** Remembers an answered request; a second one with the same user and key fails the transaction. */
    void insert(RequestRecord request);

    void insert(QuestionnaireResponse response);

    /** Keeps the hash of a one-time token. */
    void insertToken(byte[] tokenHash, String questionnaireId, String moment, Instant expires);

    /** Destroys the token; false when there is no such token or it has expired. */
    boolean consumeToken(byte[] tokenHash, Instant now);
}
