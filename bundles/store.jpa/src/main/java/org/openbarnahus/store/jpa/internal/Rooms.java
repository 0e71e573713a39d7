// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import org.openbarnahus.core.service.store.KeyService;

/** What the units of all transactions share. */
record Rooms(
        CaseMapping cases,
        EntryMapping entries,
        History history,
        TextCipher cipher,
        CasePages pages,
        CaseNumbers numbers) {
    static Rooms of(Database database, KeyService keys, CaseTotals totals) {
        TextCipher cipher = new TextCipher(keys);
        return new Rooms(
                new CaseMapping(keys),
                new EntryMapping(),
                new History(),
                cipher,
                new CasePages(totals, database.dialect().keepsSets()),
                new CaseNumbers(database));
    }
}
