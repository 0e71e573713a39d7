// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.fuzz;

import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.engine.schema.internal.canonical.SnapshotText;

/** The text of a kept snapshot: refused as what it promises to be refused as, or read to what writes the same text. */
public final class SnapshotFuzz {
    private static final SnapshotId ID = new SnapshotId("s0123456789abcdef");

    private SnapshotFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        SchemaSnapshot snapshot;
        try {
            snapshot = SnapshotText.read(ID, new Input(data).text());
        } catch (IllegalArgumentException e) {
            return;
        }
        String text = SnapshotText.write(snapshot);
        Claim.same(text, SnapshotText.write(SnapshotText.read(ID, text)), "what was written is read again");
    }
}
