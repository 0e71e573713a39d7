// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.ChangeCase;
import org.openbarnahus.core.service.command.ChangeEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.CaseDetails;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.core.service.query.FieldReach.Hidden;
import org.openbarnahus.engine.casework.fake.House;
import org.openbarnahus.engine.casework.fake.SmallLaw;

/** The police are not shown age, note and the country's own field: in no answer, and they change nothing of them. */
public class HiddenFieldsTest extends Desk {
    private static final String MARK = "only for those who treat";
    private static final Set<FieldId> KEPT_BACK = Set.of(CoreField.AGE, CoreField.NOTE, SmallLaw.NATIONAL);

    private CaseFile file;
    private TimelineEntry entry;

    @Before
    public void aCaseOfWhichThePoliceAreNotShownAll() {
        house.gates.shown = HiddenFieldsTest::reach;
        file = open(new OpenCase(
                House.values()
                        .with(CoreField.AGE, new IntegerValue(9))
                        .with(SmallLaw.NATIONAL, new DateValue(House.TODAY.minusDays(3))),
                List.of(House.accepted(20), House.note(MARK))));
        entry = details(file).timeline().getLast();
    }

    private static FieldReach reach(Session session, SchemaSnapshot schema, boolean worksWith) {
        if (session.actor().agency() != Agency.POLICE) {
            return FieldReach.everything();
        }
        Map<FieldId, Hidden> hidden = new HashMap<>();
        KEPT_BACK.forEach(id -> schema.field(id)
                .ifPresent(field -> hidden.put(id, new Hidden(field, new Visibility(Set.of(), Set.of())))));
        return new FieldReach(false, hidden);
    }

    private CaseDetails seenByPolice() {
        return house.cases.find(House.police(), file.id()).orElseThrow();
    }

    private Outcome<CaseFile> policeChange(FieldId field, Optional<FieldValue> value, String key) {
        return house.cases.change(
                House.police(),
                new ChangeCase(file.id(), file.version(), Map.of(field, value)),
                new RequestKey(key, ""));
    }

    private Outcome<TimelineEntry> policeCorrect(Map<FieldId, Optional<FieldValue>> changes) {
        return house.cases.change(
                House.police(),
                new ChangeEntry(
                        file.id(), entry.id(), entry.version(), entry.date().minusDays(1), changes),
                RequestKey.fresh());
    }

    @Test
    public void neitherValuesNorWhetherThereAreAnyAreGivenOut() {
        CaseDetails seen = seenByPolice();
        assertEquals(Optional.empty(), seen.file().values().get(CoreField.AGE));
        assertEquals(
                Set.of(CoreField.AGE, SmallLaw.NATIONAL), seen.file().values().hidden());
        for (TimelineEntry one : seen.timeline()) {
            assertEquals(Optional.empty(), one.values().get(CoreField.NOTE));
            assertEquals(
                    "also where none stands",
                    Set.of(CoreField.NOTE),
                    one.values().hidden());
        }
        assertTrue(details(file).timeline().getLast().values().has(CoreField.NOTE));
        assertEquals(Set.of(), details(file).file().values().hidden());
    }

    @Test
    public void theLawStillSeesTheWholeCase() {
        boolean[] whole = {false};
        house.gates.verdicts = (history, day) -> {
            whole[0] = history.file().values().has(CoreField.AGE);
            return List.of();
        };
        seenByPolice();
        assertTrue(whole[0]);
    }

    @Test
    public void aChangeKeepsThemAndItsAnswerIsWithoutThemAlsoWhenRepeated() {
        for (int time = 0; time < 2; time++) {
            CaseFile answer =
                    policeChange(CoreField.SEX, Optional.of(MALE), "k1").orElseThrow();
            assertFalse(answer.values().has(CoreField.AGE));
            assertTrue(answer.values().hidden().contains(CoreField.AGE));
        }
        assertEquals(9, stored(file).values().number(CoreField.AGE).orElseThrow());
        TimelineEntry answer = policeCorrect(Map.of()).orElseThrow();
        assertFalse(answer.toString(), answer.values().has(CoreField.NOTE));
        assertEquals(
                MARK,
                details(file).timeline().stream()
                        .flatMap(e -> e.values().text(CoreField.NOTE).stream())
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    public void writingClearingAndGuessingAreRefusedAlike() {
        int rows = house.rows();
        List<Optional<FieldValue>> tries =
                List.of(Optional.of(new IntegerValue(9)), Optional.of(new IntegerValue(8)), Optional.empty());
        for (Optional<FieldValue> value : tries) {
            assertEquals(ErrorCode.FIELD_NOT_SHOWN, code(policeChange(CoreField.AGE, value, "k" + value)));
        }
        for (String text : List.of(MARK, "a guess")) {
            assertEquals(
                    ErrorCode.FIELD_NOT_SHOWN,
                    code(policeCorrect(Map.of(CoreField.NOTE, Optional.of(new TextValue(text))))));
        }
        assertEquals(ErrorCode.FIELD_NOT_SHOWN, code(policeCorrect(Map.of(CoreField.NOTE, Optional.empty()))));
        assertEquals(
                ErrorCode.FIELD_NOT_SHOWN,
                code(house.cases.record(
                        House.police(), new RecordEntry(file.id(), House.note("mine")), RequestKey.fresh())));
        assertEquals(rows, house.rows());
    }

    @Test
    public void theListIsWithoutThemAndNobodyFiltersByThem() {
        CasePage page =
                house.cases.list(House.police(), CaseQuery.firstPage(10)).orElseThrow();
        assertEquals(Set.of(CoreField.AGE, SmallLaw.NATIONAL), page.hidden());
        assertTrue(page.rows().getFirst().age().isEmpty());
        assertTrue(house.cases
                .list(House.coordinator(), CaseQuery.firstPage(10))
                .orElseThrow()
                .rows()
                .getFirst()
                .age()
                .isPresent());
        CaseQuery byAge =
                new CaseQuery("", Set.of(), Map.of(CoreField.AGE, Set.of("9")), CaseQuery.Sort.CHANGED, true, 0, 10);
        assertEquals(ErrorCode.FIELD_NOT_SHOWN, code(house.cases.list(House.police(), byAge)));
    }

    @Test
    public void aFieldThatIsGoneStaysAsItsLastSchemaSaid() {
        house.gates.past.add(SmallLaw.swedish());
        house.gates.law = Optional.of(SmallLaw.withoutNationalField());
        assertFalse(seenByPolice().file().values().has(SmallLaw.NATIONAL));
        assertTrue(seenByPolice().file().values().hidden().contains(SmallLaw.NATIONAL));
        assertTrue(stored(file).values().has(SmallLaw.NATIONAL));
    }

    @Test
    public void aFieldThatNoSchemaKnowsIsForThoseWhoAreShownEverything() {
        house.gates.law = Optional.empty();
        CaseDetails seen = seenByPolice();
        assertEquals(Map.of(), seen.file().values().map());
        assertTrue(stored(file).values().has(CoreField.AGE));
    }

    @Test
    public void somebodyWhoOnlyOverseesIsAskedForAsSuch() {
        boolean[] works = {true};
        house.gates.shown = (session, schema, worksWith) -> {
            works[0] = worksWith;
            return FieldReach.everything();
        };
        house.gates.worksWith = false;
        seenByPolice();
        assertFalse(works[0]);
        house.gates.worksWith = true;
        seenByPolice();
        assertTrue(works[0]);
    }
}
