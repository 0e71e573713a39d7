// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A receiver that is there or not. */
final class Place implements Destination {
    Runnable during = () -> {};
    final List<String> arrived = new ArrayList<>();
    boolean there = true;
    int most = Integer.MAX_VALUE;

    @Override
    public String name() {
        return "place";
    }

    @Override
    public String where() {
        return "over there";
    }

    @Override
    public void send(Batch batch, Positions positions) throws IOException {
        if (!there || most-- <= 0) {
            throw new IOException("nobody there");
        }
        batch.items().forEach(item -> arrived.add(item.text()));
        during.run();
    }
}
