// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.gate.SchemaGate;

/**
 * The eight gates of a save. Every case and every timeline entry goes through all of them in this order, from whichever
 * form, program or file it comes. The first that refuses ends the save; nothing is written then.
 */
public final class SaveGates {
    private static final int CHECKING = 5;

    private final List<Gate> gates;

    public SaveGates(CaseGate access, SchemaGate schema, PrivacyGate privacy, RuleGate rules) {
        gates = List.of(
                new AccessCheck(access), // 1 may this person write this case
                new SchemaCheck(schema), // 2 are the values what the schema asks for
                new PrivacyCheck(privacy), // 3 does a text point to a person
                new RuleCheck(rules), // 4 does the law forbid it, and what is due next
                new ModelCheck(), // 5 does the state of the case allow it
                new StoreStep(), // 6 write
                new AuditStep(), // 7 say who wrote what, in the same transaction
                new PublishStep()); // 8 tell the others, in the same transaction
    }

    /** All eight; the save must be in a transaction. */
    public Outcome<Save> pass(Save save) {
        return through(gates, save);
    }

    /** The first five, which only look. */
    public Outcome<Save> check(Save save) {
        return through(gates.subList(0, CHECKING), save);
    }

    /** The last three, for a save that was checked and is now in a transaction. */
    public Outcome<Save> keep(Save checked) {
        return through(gates.subList(CHECKING, gates.size()), checked);
    }

    private static Outcome<Save> through(List<Gate> gates, Save save) {
        Outcome<Save> result = Outcome.done(save);
        for (Gate gate : gates) {
            result = result.then(gate::pass);
        }
        return result;
    }
}
