// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.IOException;
import java.util.Optional;

/** Something that grows and that lies on disk or in the database already, so that nothing has to be kept for the receiver. */
interface Source {
    /** What comes next after what has arrived; empty when all has. */
    Optional<Batch> next(Positions arrived) throws IOException;
}
