// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.view;

import java.util.function.Predicate;
import org.openbarnahus.core.security.Session;
import org.osgi.annotation.versioning.ProviderType;

/** The pages that are open in browsers just now. Implemented by ui.shell. */
@ProviderType
public interface OpenPages {
    /** Has menu and page redrawn in every open tab, soon and on other threads; call it when what a page shows comes or goes. */
    void refresh();

    /** As {@link #refresh()}, for some people only: what others have open does not change. */
    default void refresh(Predicate<Session> whose) {
        refresh();
    }
}
