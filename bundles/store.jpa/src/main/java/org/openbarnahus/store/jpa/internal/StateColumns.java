// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.CaseState;

/** A case's state in three columns. */
record StateColumns(
        String code, @Nullable LocalDate day, @Nullable String reason) {
    static StateColumns of(CaseState state) {
        return switch (state) {
            case CaseState.Referred referred -> new StateColumns(referred.code(), null, null);
            case CaseState.Open open -> new StateColumns(open.code(), open.since(), null);
            case CaseState.Closed closed -> new StateColumns(closed.code(), closed.on(), closed.reason());
        };
    }

    static CaseState state(String code, @Nullable LocalDate day, @Nullable String reason) {
        return switch (code) {
            case "referred" -> new CaseState.Referred();
            case "open" -> new CaseState.Open(Objects.requireNonNull(day));
            case "closed" -> new CaseState.Closed(Objects.requireNonNull(day), Objects.requireNonNull(reason));
            default -> throw new IllegalStateException("not a state of a case");
        };
    }
}
