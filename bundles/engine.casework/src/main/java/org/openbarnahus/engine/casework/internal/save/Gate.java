// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import org.openbarnahus.core.model.outcome.Outcome;

/** One gate of a save: lets it on, enriched by what the gate found out, or refuses it with every reason it has. */
interface Gate {
    Outcome<Save> pass(Save save);
}
