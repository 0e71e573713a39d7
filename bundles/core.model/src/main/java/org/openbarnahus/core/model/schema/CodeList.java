// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A code list in display order. Labels are {@code code.<list>.<code>} in the snapshot's words. */
public record CodeList(String id, Map<String, CodeEntry> byCode) {
    public CodeList {
        byCode = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
    }

    public static CodeList of(String id, List<CodeEntry> entries) {
        Map<String, CodeEntry> map = new LinkedHashMap<>();
        entries.forEach(e -> map.put(e.code(), e));
        return new CodeList(id, map);
    }

    public Optional<CodeEntry> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Collection<CodeEntry> entries() {
        return byCode.values();
    }

    public String labelKey(String code) {
        return "code." + id + "." + code;
    }
}
