// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.Test;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.query.JsonSchemaKind;
import org.openbarnahus.engine.schema.internal.compose.Snapshots;
import org.openbarnahus.engine.schema.internal.pack.PackText;

public class JsonSchemasTest {
    private static final SchemaSnapshot SE = Snapshots.of("SE");
    private static final Schema CASE = schema(SE, JsonSchemaKind.CASE);
    private static final Schema ENTRY = schema(SE, JsonSchemaKind.TIMELINE_ENTRY);

    private static final String CORE = """
            "case_date": "2026-01-10", "initiated_by": "police", "child_role": "victim", "age": 9, "sex": "female",
            "municipality": "0580", "suspicion": [{"code": "physical_other", "main": true}], "online_element": "none"
            """;

    @Test
    public void theSchemaItselfIsValid() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (JsonSchemaKind kind : JsonSchemaKind.values()) {
            assertTrue(
                    meta.validate(JsonSchemas.write(SE, kind), InputFormat.JSON).isEmpty());
        }
    }

    @Test
    public void theCaseOfTheInterfaceIsAccepted() {
        accepts(CASE, body(CORE));
        accepts(CASE, """
                {"core": {%s, "report_date": "2026-01-08",
                   "suspects": [{"relation": "stranger", "age_group": "adult", "sex": "male"}],
                   "has_led_to_prosecution": "pending", "has_led_to_police_report": "yes",
                   "special_needs": {"assessed": "yes", "assessed_on": "2026-01-11", "needs": ["autism"]},
                   "child_demographic": {"main_language": "swe", "interpreter_needed": "no"}},
                 "national": {"se.suspect_reasonable_date": "2026-01-15"},
                 "timeline": [{"type": "referral", "date": "2026-01-10", "conditions": {"eligibility": "accepted"}}]}
                """.formatted(CORE));
    }

    @Test
    public void missingUnknownAndWrongMembersAreRefused() {
        refuses(CASE, "{}");
        refuses(CASE, body(CORE.replace("\"age\": 9,", "")));
        refuses(CASE, body(CORE.replace("\"age\": 9", "\"age\": 18")));
        refuses(CASE, body(CORE.replace("\"age\": 9", "\"age\": \"9\"")));
        refuses(CASE, body(CORE.replace("0580", "9999")));
        refuses(CASE, body(CORE.replace("2026-01-10", "10.1.2026")));
        refuses(CASE, body(CORE + ", \"name\": \"x\""));
        refuses(CASE, body(CORE).replace("{\"core\"", "{\"colour\": 1, \"core\""));
        refuses(CASE, body(CORE).replace("{\"core\"", "{\"national\": {\"se.unknown\": 1}, \"core\""));
        refuses(CASE, body(CORE.replace("[{\"code\": \"physical_other\", \"main\": true}]", "[]")));
    }

    @Test
    public void atMostOneSuspicionIsTheMainOne() {
        String two = "{\"code\": \"rape\", \"main\": true}, {\"code\": \"physical_other\", \"main\": true}";
        refuses(CASE, body(CORE.replace("{\"code\": \"physical_other\", \"main\": true}", two)));
        accepts(
                CASE,
                body(CORE.replace(
                        "{\"code\": \"physical_other\", \"main\": true}", two.replaceFirst("true", "false"))));
    }

    @Test
    public void aHiddenCodeIsNotOffered() {
        refuses(CASE, body(CORE.replace("\"victim\"", "\"suspect\"")));
    }

    @Test
    public void whatShowIfHidesMustBeAbsent() {
        refuses(CASE, body(CORE + ", \"special_needs\": {\"assessed\": \"no\", \"assessed_on\": \"2026-01-11\"}"));
        refuses(CASE, body(CORE + ", \"special_needs\": {\"assessed_on\": \"2026-01-11\"}"));
        accepts(CASE, body(CORE + ", \"special_needs\": {\"assessed\": \"no\"}"));
    }

    @Test
    public void whatShowIfShowsMayBeRequired() {
        SchemaSnapshot snapshot = Snapshots.of(PackText.aCountry()
                .replace(
                        "fields/case.yaml",
                        "type: code",
                        "required: now\n    show_if: {field: sex, in: [female]}\n    type: code"));
        Schema schema = schema(snapshot, JsonSchemaKind.CASE);
        String core = CORE.replace("0580", "0001");
        refuses(schema, body(core));
        accepts(schema, body(core.replace("female", "male")));
        accepts(schema, "{\"core\": {" + core + "}, \"national\": {\"xx.colour\": \"red\"}}");
        refuses(schema, "{\"core\": {" + core.replace("female", "male") + "}, \"national\": {\"xx.colour\": \"red\"}}");
    }

    @Test
    public void aTimelineEntryIsAccepted() {
        accepts(ENTRY, """
                {"type": "forensic_interview", "date": "2026-03-12", "location": "barnahus",
                 "participants": [{"agency": "police", "profession": "police_interviewer", "mode": "in_person"}],
                 "interpreter": {"used": "yes", "language": "ara", "qualified": "yes"},
                 "conditions": {"interview.protocol": "nichd", "interview.adaptation": ["more_breaks"]}, "note": "short"}
                """);
    }

    @Test
    public void conditionsBelongToTheirType() {
        refuses(
                ENTRY,
                "{\"type\": \"referral\", \"date\": \"2026-03-12\", \"conditions\": {\"interview.protocol\": \"nichd\"}}");
        refuses(ENTRY, "{\"type\": \"party\", \"date\": \"2026-03-12\"}");
        refuses(ENTRY, "{\"type\": \"referral\"}");
    }

    @Test
    public void aTypesRequiredConditionIsRequired() {
        refuses(ENTRY, "{\"type\": \"closure\", \"date\": \"2026-03-12\"}");
        accepts(
                ENTRY,
                "{\"type\": \"closure\", \"date\": \"2026-03-12\", \"conditions\": {\"closure_reason\": \"completed\"}}");
    }

    @Test
    public void conditionsWithinAnEntryFollowShowIf() {
        String declined =
                "{\"type\": \"referral\", \"date\": \"2026-03-12\", \"conditions\": {\"eligibility\": \"%s\", \"decline_reason\": \"other\"}}";
        accepts(ENTRY, declined.formatted("declined"));
        refuses(ENTRY, declined.formatted("accepted"));
        refuses(ENTRY, "{\"type\": \"referral\", \"date\": \"2026-03-12\", \"interpreter\": {\"language\": \"ara\"}}");
    }

    @Test
    public void titlesAreEnglishWords() {
        String text = JsonSchemas.write(SE, JsonSchemaKind.CASE);
        assertTrue(text.contains("\"title\":\"" + SE.label(java.util.Locale.ENGLISH, "field.age") + "\""));
        assertFalse(text.contains("\"title\":\"field."));
        assertEquals(text, JsonSchemas.write(SE, JsonSchemaKind.CASE));
    }

    private static String body(String core) {
        return "{\"core\": {" + core + "}}";
    }

    private static Schema schema(SchemaSnapshot snapshot, JsonSchemaKind kind) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonSchemas.write(snapshot, kind), InputFormat.JSON);
    }

    private static void accepts(Schema schema, String body) {
        assertEquals("", schema.validate(body, InputFormat.JSON).toString().replace("[]", ""));
    }

    private static void refuses(Schema schema, String body) {
        assertFalse(body, schema.validate(body, InputFormat.JSON).isEmpty());
    }
}
