// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything that can be switched here: what the distribution brings, then jars of others. */
@Component(service = Shelf.class)
public final class WholeShelf implements Shelf {
    private final Shelf ours;
    private final Shelf others;

    @Activate
    public WholeShelf(@Reference KarafShelf ours, @Reference JarShelf others) {
        this.ours = ours;
        this.others = others;
    }

    @Override
    public List<Item> items() {
        List<Item> items = new ArrayList<>(ours.items());
        items.addAll(others.items());
        return List.copyOf(items);
    }

    @Override
    public void put(Item item, boolean in) throws SwitchFailedException {
        (item.origin().isPresent() ? others : ours).put(item, in);
    }
}
