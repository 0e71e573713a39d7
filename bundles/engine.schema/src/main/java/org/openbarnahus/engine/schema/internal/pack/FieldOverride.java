// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.model.value.FieldId;

/** How a pack tightens or hides another pack's field. */
public record FieldOverride(
        FieldId id,
        boolean hidden,
        Optional<Requirement> required,
        Optional<Integer> order,
        Optional<Long> min,
        Optional<Long> max,
        Optional<Condition> showIf,
        Optional<List<Visibility>> visible,
        Place place) {}
