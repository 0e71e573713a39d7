// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.view;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.ui.kit.text.Texts;
import org.osgi.annotation.versioning.ProviderType;

/** What a page needs to know about whoever looks at it. Belongs to one browser tab; to be used under its UI's lock. */
@ProviderType
public interface ViewContext {
    /** The signed-in person; hand it to every service call. */
    Session session();

    /** The language of the moment. */
    Locale locale();

    /** Texts in the language of the moment; ask again after a {@link LiveView#refresh()}. */
    Texts texts();

    /** Today, where the house stands. */
    LocalDate today();

    /** The time zone the house stands in. */
    ZoneId zone();

    /** The name somebody of this house signs in with, empty text when it is not known. */
    String person(UserId id);

    /** Goes to a page of this application. */
    default void navigate(String path) {
        navigate(path, Map.of());
    }

    /**
     * Goes to a page of this application. Going to the page that is open keeps it and only tells it the new parameters, so
     * that filters can live in the address.
     *
     * @param query query parameters; those with empty text are left out
     */
    void navigate(String path, Map<String, String> query);

    /** The session goes on under another secret: gives it to the browser, with the answer to what the person just did. */
    default void renewed(SignedIn signedIn) {}

    /** Runs the task under the page's lock and shows the result; for work that ends on another thread. */
    void access(Runnable task);
}
