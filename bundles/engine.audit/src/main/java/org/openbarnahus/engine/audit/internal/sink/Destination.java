// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.IOException;

/** Where copies go. */
interface Destination {
    /** Of one word: in file names, in the trail and for the operator. */
    String name();

    /** For the trail: to where data leave from now on. */
    String where();

    /** Returns when the items have arrived; may remember something of its own in the positions. */
    void send(Batch batch, Positions positions) throws IOException;
}
