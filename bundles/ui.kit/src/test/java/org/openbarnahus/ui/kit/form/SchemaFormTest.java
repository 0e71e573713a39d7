// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openbarnahus.core.model.schema.FieldType.CODE;
import static org.openbarnahus.core.model.schema.FieldType.CODE_MULTI;
import static org.openbarnahus.core.model.schema.FieldType.DATE;
import static org.openbarnahus.core.model.schema.FieldType.INTEGER;
import static org.openbarnahus.core.model.schema.FieldType.TEXT;
import static org.openbarnahus.core.model.schema.FieldType.YES_NO_UNKNOWN;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.condition.Condition.FieldIn;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;

public class SchemaFormTest {
    private static final FieldId AGE = FieldId.of("age");
    private static final FieldId SEX = FieldId.of("sex");
    private static final FieldId HELP = FieldId.of("help");
    private static final FieldId NATIONAL = FieldId.of("se.unit");
    private final SchemaForm form = SchemaForm.with(new AtTheDesk(), List::of);

    @Before
    public void draw() {
        form.draw(core().done(), Scope.CASE);
    }

    private static Schemas core() {
        return Schemas.aSchema()
                .list("sex", "female", "male", "unknown")
                .list("yes_no_unknown", "yes", "no", "unknown")
                .list("violence", "rape", "neglect", "grooming")
                .list("relation", "parent", "stranger")
                .field("age", INTEGER)
                .field("day", DATE)
                .field("note", TEXT)
                .coded("sex", CODE, "sex")
                .field("heard", YES_NO_UNKNOWN)
                .coded("suspicion", CODE_MULTI, "violence")
                .rows("suspects", new Column("relation", "relation", true))
                .coded("help", CODE, "sex", new FieldIn(SEX, Set.of("female")));
    }

    private static FieldValues one(FieldId field, FieldValue value) {
        return FieldValues.empty().with(field, value);
    }

    @Test
    public void everyTypeOfValueComesBackAsItWasShown() {
        FieldValues all = new FieldValues(Map.of(
                AGE,
                new IntegerValue(9),
                FieldId.of("day"),
                new DateValue(LocalDate.of(2026, 2, 28)),
                FieldId.of("note"),
                new TextValue("calm"),
                SEX,
                new CodeValue("female"),
                FieldId.of("heard"),
                new CodeValue("yes"),
                FieldId.of("suspicion"),
                new CodesValue(List.of("rape", "grooming"), "grooming"),
                FieldId.of("suspects"),
                new RowsValue(List.of(Map.of("relation", "parent"))),
                HELP,
                new CodeValue("male")));
        form.show(all);
        assertEquals(all, form.values());
        assertTrue(form.changes().isEmpty());
        assertFalse(form.dirty());
    }

    @Test
    public void changesNameOnlyWhatDiffersFromWhatIsRecorded() {
        form.show(one(AGE, new IntegerValue(9)).with(SEX, new CodeValue("male")));
        form.propose(one(AGE, new IntegerValue(10)));
        assertEquals(Map.of(AGE, Optional.of(new IntegerValue(10))), form.changes());
        assertTrue(form.dirty());
    }

    @Test
    public void aFieldThatNoLongerAppliesIsHiddenAndCleared() {
        form.show(one(SEX, new CodeValue("female")).with(HELP, new CodeValue("male")));
        assertTrue(component("field-help").isVisible());
        form.propose(one(SEX, new CodeValue("male")));
        assertFalse(component("field-help").isVisible());
        assertEquals(Optional.empty(), form.changes().get(HELP));
    }

    @Test
    public void whatWasTypedSurvivesAPackThatComesGoesAndComesBack() {
        SchemaSnapshot withPack = core().coded("se.unit", CODE, "sex").done();
        form.propose(one(AGE, new IntegerValue(7)));
        form.draw(withPack, Scope.CASE);
        form.propose(one(NATIONAL, new CodeValue("unknown")));
        form.draw(core().done(), Scope.CASE);
        assertFalse(form.values().has(NATIONAL));
        assertEquals(7, form.values().number(AGE).orElseThrow());
        form.draw(withPack, Scope.CASE);
        assertEquals("unknown", form.values().code(NATIONAL).orElseThrow());
    }

    @Test
    public void aFieldThatStaysTheSameIsNotDrawnAgain() {
        Component age = component("field-age");
        form.draw(core().coded("se.unit", CODE, "sex").done(), Scope.CASE);
        assertTrue(age == component("field-age"));
        form.draw(core().word("field.age", "Age in years").done(), Scope.CASE);
        assertFalse(age == component("field-age"));
    }

    @Test
    public void aCodeNoLongerOfferedIsStillShown() {
        SchemaSnapshot schema =
                core().expired("sex", "former", AtTheDesk.TODAY.minusDays(1)).done();
        form.draw(schema, Scope.CASE);
        form.show(one(SEX, new CodeValue("former")));
        assertEquals("former", form.values().code(SEX).orElseThrow());
    }

    @Test
    public void problemsMarkTheirFieldAndAreSummedUp() {
        form.showProblems(List.of(
                Problem.at(ErrorCode.REQUIRED, "age"),
                Problem.at(ErrorCode.REQUIRED, "suspects[0].relation"),
                Problem.of(ErrorCode.STALE)));
        assertTrue(((IntegerField) component("field-age")).isInvalid());
        assertEquals(3, all(form).filter(ListItem.class::isInstance).count());
        form.clearProblems();
        assertFalse(((IntegerField) component("field-age")).isInvalid());
    }

    @Test
    public void aProblemIsGoneWhenItsFieldIsChanged() {
        form.showProblems(List.of(Problem.at(ErrorCode.REQUIRED, "age"), Problem.of(ErrorCode.STALE)));
        IntegerField age = (IntegerField) component("field-age");
        ComponentUtil.fireEvent(age, new ComponentValueChangeEvent<>(age, age, null, true));
        assertFalse(age.isInvalid());
        assertEquals(
                "the other problem stays",
                1,
                all(form).filter(ListItem.class::isInstance).count());
    }

    @Test
    public void emptyFieldsAreReadable() {
        assertTrue(form.readable());
        assertFalse(form.dirty());
    }

    @Test
    public void problemsStayMarkedWhenTheFormIsDrawnAgain() {
        form.showProblems(List.of(Problem.at(ErrorCode.REQUIRED, "age")));
        form.draw(core().word("field.age", "Age in years").done(), Scope.CASE);
        assertTrue(((IntegerField) component("field-age")).isInvalid());
    }

    @Test
    public void aRendererOfAPluginDrawsTheFieldsItWants() {
        FieldRenderer own = new FieldRenderer() {
            @Override
            public boolean renders(FieldContext context) {
                return context.field().id().equals(AGE);
            }

            @Override
            public FieldEditor editor(FieldContext context) {
                return new RowsEditor(context);
            }
        };
        SchemaForm plugged = SchemaForm.with(new AtTheDesk(), () -> List.of(own));
        plugged.draw(core().done(), Scope.CASE);
        assertFalse(all(plugged).anyMatch(IntegerField.class::isInstance));
    }

    private Component component(String id) {
        return all(form)
                .filter(c -> c.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(SchemaFormTest::all));
    }
}
