// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;

/** Keeps the free texts of a record apart from its other values: together in one cipher text. */
record SplitTexts(String table) {
    /** Takes the texts out of the values; the stored cipher text is kept when they are the same. */
    byte @Nullable [] take(Map<FieldId, FieldValue> values, TenantRecord row, CaseCipher cipher) {
        Map<FieldId, FieldValue> texts = new TreeMap<>();
        for (Iterator<Map.Entry<FieldId, FieldValue>> each = values.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<FieldId, FieldValue> entry = each.next();
            if (entry.getValue() instanceof TextValue text) {
                texts.put(entry.getKey(), text);
                each.remove();
            }
        }
        if (texts.isEmpty()) {
            return null;
        }
        return texts.equals(read(row, cipher)) ? row.texts() : cipher.encrypt(ValuesJson.write(texts), place(row));
    }

    Map<FieldId, FieldValue> read(TenantRecord row, CaseCipher cipher) {
        byte[] stored = row.texts();
        return stored == null ? Map.of() : ValuesJson.read(cipher.decrypt(stored, place(row)));
    }

    private String place(TenantRecord row) {
        return table + "|texts|" + row.id();
    }

    /** JSON of the values, or the stored text when it means the same. */
    static @Nullable String json(Map<FieldId, FieldValue> values, @Nullable String stored) {
        if (values.isEmpty()) {
            return null;
        }
        return ValuesJson.read(stored).equals(values) ? stored : ValuesJson.write(values);
    }
}
