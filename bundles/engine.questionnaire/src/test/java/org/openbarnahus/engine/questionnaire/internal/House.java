// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.questionnaire.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Item;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Scale;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Step;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TokenRecord;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;
import org.openbarnahus.sdk.testkit.Partial;

/** A Swedish house in memory, east of Greenwich at the end of June, with one questionnaire. */
final class House {
    private static final ServiceId ID = new ServiceId(new UUID(0, 7));

    final Map<String, TokenRecord> tokens = new HashMap<>();
    final List<QuestionnaireResponse> responses = new ArrayList<>();
    final List<AuditEntry> audit = new ArrayList<>();
    final Set<Permission> permissions = EnumSet.allOf(Permission.class);
    final Session session = Partial.of(Session.class, new SignedIn());
    final AccessGate access = Partial.of(AccessGate.class, this);
    final SiteStore site = Partial.of(SiteStore.class, this);
    final TenantStore store = Partial.of(TenantStore.class, this);
    Instant now = Instant.parse("2026-06-30T22:30:00Z");
    boolean screening = true;
    Runnable beforeWrite = () -> {};

    public Decision decide(Session asking, Permission permission) {
        return permissions.contains(permission)
                ? new Decision.Allowed(Purpose.CHILD_PARTICIPATION)
                : new Decision.Denied("role");
    }

    public Optional<SchemaSnapshot> newest(String country) {
        CodeEntry visit = new CodeEntry(
                "after_visit",
                "core",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Map.of());
        return Optional.of(new SchemaSnapshot(
                new SnapshotId("s0123456789abcdef"),
                country,
                List.of(),
                Map.of(),
                Map.of("questionnaire_moment", CodeList.of("questionnaire_moment", List.of(visit))),
                Map.of(),
                List.of(),
                List.of(),
                List.of(child()),
                new Words(Map.of())));
    }

    private static QuestionnaireDefinition child() {
        return new QuestionnaireDefinition(
                "bhq.child",
                "bhq",
                "1.0.0",
                "child",
                Optional.of(9),
                Optional.of(12),
                new Scale(
                        "agree3",
                        List.of(new Step("no", 0), new Step("partly", 50), new Step("yes", 100)),
                        List.of("dont_know")),
                List.of(new Item("JOURNEY", "4.1"), new Item("KIND", "1.1")),
                List.of(new Item("GOOD", "1.2"), new Item("BETTER", "1.2")));
    }

    public boolean ready(String country) {
        return screening;
    }

    public List<Problem> screen(String country, FieldValues values) {
        return values.text(CoreField.NOTE).orElseThrow().contains("secret")
                ? List.of(new Problem(ErrorCode.IDENTIFIER_IN_TEXT, "note", Map.of("kind", "x", "position", "1")))
                : List.of();
    }

    public Optional<TokenRecord> token(byte[] hash) {
        return Optional.ofNullable(tokens.get(hex(hash)));
    }

    public Optional<BarnahusRecord> service(ServiceId id) {
        return Optional.of(new BarnahusRecord(id, "SE-LKP", "SE", "Barnahus", "Europe/Stockholm"));
    }

    public <T> T read(ServiceId tenant, Function<ReadUnit, T> work) {
        return work.apply(Partial.of(ReadUnit.class, this));
    }

    public <T> T write(ServiceId tenant, Function<WriteUnit, Written<T>> work) {
        beforeWrite.run();
        Written<T> written = work.apply(Partial.of(WriteUnit.class, this));
        audit.addAll(written.audit());
        return written.value();
    }

    public void audit(AuditEntry entry) {
        audit.add(entry);
    }

    public void insertToken(byte[] hash, String questionnaireId, String moment, Instant expires) {
        tokens.put(hex(hash), new TokenRecord(ID, questionnaireId, moment, expires));
    }

    public boolean consumeToken(byte[] hash, Instant at) {
        return tokens.remove(hex(hash)) != null;
    }

    public void insert(QuestionnaireResponse response) {
        responses.add(response);
    }

    public List<QuestionnaireResponse> responses(String questionnaireId) {
        return responses.stream()
                .filter(r -> r.questionnaireId().equals(questionnaireId))
                .toList();
    }

    String hex(byte[] hash) {
        return HexFormat.of().formatHex(Arrays.copyOf(hash, hash.length));
    }

    /** Signed in to this house. */
    public static final class SignedIn {
        public String id() {
            return "session-1";
        }

        public Actor actor() {
            return new Actor(
                    new UserId(new UUID(0, 1)),
                    "coordinator",
                    ID,
                    "SE-LKP",
                    "SE",
                    Agency.BARNAHUS,
                    Set.of(Role.COORDINATOR));
        }
    }
}
