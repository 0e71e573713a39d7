// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.CallerAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the store writes is what the published vectors say: made by another program from the description alone. */
public class AuditFormTest {
    private static final Path VECTORS = Path.of("../../docs/auditor/vectors");

    @Test
    public void onlyWhatAnAttackIsFollowedBySaysFromWhere() {
        CallerAddress.is("192.0.2.7");
        try {
            assertEquals("192.0.2.7", address(Action.SIGN_IN, Result.DONE));
            assertEquals("192.0.2.7", address(Action.READ, Result.DENIED));
            assertEquals("192.0.2.7", address(Action.CHANGE, Result.REFUSED));
            assertEquals("192.0.2.7", address(Action.CONFIGURE, Result.DONE));
            assertEquals("192.0.2.7", address(Action.EXPORT, Result.DONE));
            assertEquals("", address(Action.READ, Result.DONE));
            assertEquals("", address(Action.SEARCH, Result.DONE));
            assertEquals("", address(Action.CHANGE, Result.DONE));
        } finally {
            CallerAddress.answered();
        }
        assertEquals("nobody asked", "", address(Action.SIGN_IN, Result.DONE));
    }

    private static String address(Action action, Result result) {
        return AuditAddress.added(new AuditEntry(
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Purpose.CASE_WORK,
                        action,
                        "case",
                        "",
                        result,
                        Set.of(),
                        ""))
                .address();
    }

    @Test
    public void hashesEveryEntryAsTheVectorsDo() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(VECTORS.resolve("entries.jsonl")));
        lines.addAll(Files.readAllLines(VECTORS.resolve("with-addresses.jsonl")));
        assertTrue(lines.size() >= 12);
        for (String line : lines) {
            JsonNode json = new JsonMapper().readTree(line);
            assertEquals(
                    json.path("hash").asString(),
                    AuditForm.link(json.path("seq").asLong(), json.path("prev").asString(), entry(json))
                            .hash());
        }
    }

    private static AuditEntry entry(JsonNode json) {
        ServiceId chain = ServiceId.of(json.path("chain").asString());
        String user = json.path("user").asString();
        return new AuditEntry(
                Instant.parse(json.path("at").asString()),
                chain.equals(AuditStore.SITE) ? Optional.empty() : Optional.of(chain),
                user.isEmpty() ? Optional.empty() : Optional.of(UserId.of(user)),
                json.path("session").asString(),
                Purpose.valueOf(json.path("purpose").asString()),
                AuditEntry.Action.valueOf(json.path("action").asString()),
                json.path("object_type").asString(),
                json.path("object_id").asString(),
                AuditEntry.Result.valueOf(json.path("result").asString()),
                AuditForm.fields(json.path("fields").asString()),
                json.path("detail").asString(),
                json.path("address").asString(""));
    }
}
