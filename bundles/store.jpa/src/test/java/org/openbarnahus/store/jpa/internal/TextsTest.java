// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;

/** Encrypted texts in their rows. */
public class TextsTest extends OnBothDatabases {
    private CaseFile load(CaseId id) {
        return db.read(house, unit -> unit.findCase(id)).orElseThrow();
    }

    @Test
    public void aCipherTextMovedToAnotherRowIsNoticed() throws Exception {
        CaseFile one = db.save(Samples.aCase(house, 1, Samples.everyKind()));
        CaseFile two = db.save(Samples.aCase(house, 2, Samples.everyKind()));
        try (var connection = db.anybody()) {
            Sql.update(
                    connection,
                    "update case_record set texts = (select c.texts from case_record c where c.id = ?) where id = ?",
                    one.id().value(),
                    two.id().value());
        }
        assertEquals(one, load(one.id()));
        assertThrows(IllegalStateException.class, () -> load(two.id()));
    }

    @Test
    public void anUnchangedTextKeepsItsCipherText() throws Exception {
        CaseFile first = db.save(Samples.aCase(house, 1, Samples.everyKind()));
        byte[] before = texts(first.id());
        db.saveNext(Samples.changed(first, CoreField.SEX, new CodeValue("boy")));

        assertArrayEquals(before, texts(first.id()));
    }

    private byte[] texts(CaseId id) throws Exception {
        try (var connection = db.anybody()) {
            return Sql.query(connection, "select texts from case_record where id = ?", r -> r.getBytes(1), id.value())
                    .get(0);
        }
    }
}
