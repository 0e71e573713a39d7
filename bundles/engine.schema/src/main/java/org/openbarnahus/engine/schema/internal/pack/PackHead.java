// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code pack.yaml} says. */
public record PackHead(
        String code,
        String version,
        Kind kind,
        Optional<String> country,
        List<Located<String>> extended,
        List<String> languages,
        boolean draft) {
    /** In the order of composition. */
    public enum Kind {
        CORE,
        INDICATORS,
        QUESTIONNAIRES,
        COUNTRY,
        SITE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Prefix of the ids the pack may declare; empty for the core. */
    public String prefix() {
        return kind == Kind.CORE ? "" : code + ".";
    }
}
