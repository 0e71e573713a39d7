// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.questionnaire.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.QuestionnaireService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.OpenQuestionnaire;
import org.openbarnahus.core.service.query.QuestionnaireResults;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.core.service.store.TokenRecord;
import org.openbarnahus.core.service.store.Written;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Offers a questionnaire by a one-time token and keeps the answer without anything that leads back to a child: the token knows
 * house, variant and moment only, is destroyed by the answer, and the audit entry of an answer names no object and nobody.
 */
@Component
public final class Questionnaires implements QuestionnaireService {
    private static final Duration VALID = Duration.ofMinutes(30);
    private static final String MOMENTS = "questionnaire_moment";
    private static final int LONGEST_TOKEN = 64;

    private final AccessGate access;
    private final SchemaGate schema;
    private final PrivacyGate privacy;
    private final Scores scores;
    private final SiteStore site;
    private final TenantStore store;
    private final TimeSource time;

    @Activate
    public Questionnaires(
            @Reference AccessGate access,
            @Reference SchemaGate schema,
            @Reference PrivacyGate privacy,
            @Reference Scores scores,
            @Reference SiteStore site,
            @Reference TenantStore store,
            @Reference TimeSource time) {
        this.access = access;
        this.schema = schema;
        this.privacy = privacy;
        this.scores = scores;
        this.site = site;
        this.store = store;
        this.time = time;
    }

    @Override
    public List<QuestionnaireDefinition> variants(Session session) {
        if (denied(session, Permission.QUESTIONNAIRE_OFFER)) {
            return List.of();
        }
        return schema.newest(session.actor().country())
                .map(SchemaSnapshot::questionnaires)
                .orElse(List.of());
    }

    @Override
    public Outcome<String> offer(Session session, String questionnaireId, String moment) {
        return access.admit(session, Permission.QUESTIONNAIRE_OFFER)
                .then(purpose -> variant(session.actor().country(), questionnaireId))
                .then(variant -> known(session.actor().country(), moment)
                        ? Outcome.done(keepToken(session, questionnaireId, moment))
                        : Outcome.refused(Problem.at(ErrorCode.UNKNOWN_CODE, "moment")));
    }

    @Override
    public Outcome<OpenQuestionnaire> open(String token) {
        return invitation(token)
                .then(invitation -> variant(invitation.country(), invitation.questionnaireId())
                        .map(variant -> new OpenQuestionnaire(
                                variant,
                                schema.newest(invitation.country())
                                        .orElseThrow()
                                        .words(),
                                !variant.freeItems().isEmpty() && privacy.ready(invitation.country()))));
    }

    @Override
    public Outcome<Boolean> answer(String token, Map<String, String> answers, Map<String, String> texts) {
        AnswerSheet sheet = new AnswerSheet(answers, texts);
        return invitation(token)
                .then(invitation -> variant(invitation.country(), invitation.questionnaireId())
                        .then(variant -> {
                            List<Problem> problems = sheet.problems(variant, invitation.country(), privacy);
                            return problems.isEmpty()
                                    ? keep(new Token(token), invitation, response(variant, invitation, sheet))
                                    : Outcome.refused(problems);
                        }));
    }

    @Override
    public Outcome<QuestionnaireResults> results(Session session, String questionnaireId) {
        Actor actor = session.actor();
        Outcome<QuestionnaireDefinition> asked = access.admit(session, Permission.QUESTIONNAIRE_RESULTS)
                .then(purpose -> variant(actor.country(), questionnaireId));
        return asked.map(variant -> {
            QuestionnaireResults results =
                    scores.of(variant, store.read(actor.service(), unit -> unit.responses(questionnaireId)));
            site.audit(read(session, questionnaireId, time.now()));
            return results;
        });
    }

    /** A token that may still be used, with its house. */
    private record Invitation(TokenRecord token, BarnahusRecord house) {
        String country() {
            return house.country();
        }

        String questionnaireId() {
            return token.questionnaireId();
        }
    }

    private Outcome<Invitation> invitation(String token) {
        Optional<Invitation> found = token.isEmpty() || token.length() > LONGEST_TOKEN
                ? Optional.empty()
                : site.token(new Token(token).hash())
                        .filter(t -> time.running(t.expires(), VALID))
                        .flatMap(t -> site.service(t.service()).map(house -> new Invitation(t, house)));
        return found.map(Outcome::done).orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.TOKEN_SPENT)));
    }

    private Outcome<QuestionnaireDefinition> variant(String country, String questionnaireId) {
        Optional<SchemaSnapshot> snapshot = schema.newest(country);
        if (snapshot.isEmpty()) {
            return Outcome.refused(Problem.at(ErrorCode.NO_COUNTRY_PACK, "", "country", country));
        }
        return snapshot.get().questionnaires().stream()
                .filter(q -> q.id().equals(questionnaireId))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
    }

    private boolean known(String country, String moment) {
        return schema.newest(country)
                .flatMap(s -> s.codeList(MOMENTS))
                .flatMap(list -> list.find(moment))
                .isPresent();
    }

    private String keepToken(Session session, String questionnaireId, String moment) {
        Token token = Token.fresh();
        Instant now = time.now();
        return store.write(session.actor().service(), unit -> {
            unit.insertToken(token.hash(), questionnaireId, moment, now.plus(VALID));
            return new Written<>(token.text(), List.of(offered(session, questionnaireId, now)), List.of());
        });
    }

    private QuestionnaireResponse response(QuestionnaireDefinition variant, Invitation invitation, AnswerSheet sheet) {
        ZoneId zone = ZoneId.of(invitation.house().zone());
        return new QuestionnaireResponse(
                variant.id(),
                variant.version(),
                invitation.token().moment(),
                YearMonth.from(time.today(zone)),
                sheet.answers(),
                sheet.texts());
    }

    private Outcome<Boolean> keep(Token token, Invitation invitation, QuestionnaireResponse response) {
        Instant now = time.now();
        return store.write(invitation.token().service(), unit -> {
            if (!unit.consumeToken(token.hash(), now)) {
                Outcome<Boolean> spent = Outcome.refused(Problem.of(ErrorCode.TOKEN_SPENT));
                return new Written<>(spent, List.of(answered(invitation, now, Result.REFUSED)), List.of());
            }
            unit.insert(response);
            return new Written<>(
                    Outcome.done(true),
                    List.of(answered(invitation, now, Result.DONE)),
                    List.of(new OutboxEvent(
                            invitation.token().service(), OutboxEvent.RESPONSE_SAVED, response.questionnaireId())));
        });
    }

    private boolean denied(Session session, Permission permission) {
        return !(access.decide(session, permission) instanceof Decision.Allowed);
    }

    private static AuditEntry offered(Session session, String questionnaireId, Instant now) {
        return did(session, Action.CREATE, "token", questionnaireId, now);
    }

    private static AuditEntry read(Session session, String questionnaireId, Instant now) {
        return did(session, Action.READ, "response", questionnaireId, now);
    }

    private static AuditEntry did(Session session, Action action, String type, String questionnaireId, Instant now) {
        Actor actor = session.actor();
        return new AuditEntry(
                now,
                Optional.of(actor.service()),
                Optional.of(actor.user()),
                session.id(),
                Purpose.CHILD_PARTICIPATION,
                action,
                type,
                "",
                Result.DONE,
                Set.of(),
                questionnaireId);
    }

    private static AuditEntry answered(Invitation invitation, Instant now, Result result) {
        return new AuditEntry(
                now,
                Optional.of(invitation.token().service()),
                Optional.empty(),
                "",
                Purpose.CHILD_PARTICIPATION,
                Action.CREATE,
                "response",
                "",
                result,
                Set.of(),
                "");
    }
}
