// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.eclipse.persistence.annotations.Convert;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;

/** A row of response. Its id is random and it carries no time, so that rows cannot be lined up with visits. */
@Entity
@Table(name = "response")
@NamedQuery(
        name = "ResponseEntity.of",
        query = "select r from ResponseEntity r where r.service = :service and r.questionnaireId = :questionnaire"
                + " order by r.answeredIn, r.id")
class ResponseEntity {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID service;

    @Column(name = "questionnaire_id")
    private String questionnaireId;

    @Column(name = "questionnaire_version")
    private String questionnaireVersion;

    private String moment;

    @Column(name = "answered_in")
    private String answeredIn;

    @Convert("jsonText")
    private String answers;

    private byte @Nullable [] texts;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected ResponseEntity() {}

    ResponseEntity(ServiceId service, QuestionnaireResponse response, TextCipher cipher) {
        id = UUID.randomUUID();
        this.service = service.value();
        questionnaireId = response.questionnaireId();
        questionnaireVersion = response.version();
        moment = response.moment();
        answeredIn = response.month().toString();
        answers = ValuesJson.writeStrings(response.answers());
        texts = response.texts().isEmpty()
                ? null
                : cipher.encrypt(service, ValuesJson.writeStrings(response.texts()), "response|texts|" + id);
    }

    QuestionnaireResponse response(TextCipher cipher) {
        Map<String, String> read = texts == null
                ? Map.of()
                : ValuesJson.readStrings(cipher.decrypt(new ServiceId(service), texts, "response|texts|" + id));
        return new QuestionnaireResponse(
                questionnaireId,
                questionnaireVersion,
                moment,
                YearMonth.parse(answeredIn),
                ValuesJson.readStrings(answers),
                read);
    }
}
