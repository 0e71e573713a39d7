// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.service.query.OpenQuestionnaire;

/**
 * Words to say goodbye with. The token is gone when they are needed, so their address names the questionnaire's words
 * instead: the same for all who answer it, and nobody's answers.
 */
final class Farewells {
    private static final int MOST = 32;

    private final Map<String, Farewell> known = new LinkedHashMap<>();

    /** What a questionnaire and a country say at the end. */
    record Farewell(String questionnaire, Words words) {}

    /** Keeps the words; gives the name they can be asked for by. */
    synchronized String keep(OpenQuestionnaire open) {
        String id = open.definition().id();
        String name =
                HexFormat.of().toHexDigits(31 * id.hashCode() + open.words().hashCode());
        known.put(name, new Farewell(id, open.words()));
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
        return name;
    }

    synchronized Optional<Farewell> find(String name) {
        return Optional.ofNullable(known.get(name));
    }
}
