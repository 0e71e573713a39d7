// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.service.query.CaseRow;

/** A case as a list shows it. */
final class MemoryRow {
    private MemoryRow() {}

    static CaseRow of(CaseFile c) {
        return new CaseRow(
                c.id(),
                c.number(),
                c.state().code(),
                c.values().date(CoreField.CASE_DATE).orElseThrow(),
                c.values().number(CoreField.AGE).stream().mapToInt(n -> (int) n).findFirst(),
                c.values().code(CoreField.SEX),
                c.values().code(CoreField.MUNICIPALITY),
                c.values().codes(CoreField.SUSPICION),
                c.nextDue(),
                c.changed().at());
    }
}
