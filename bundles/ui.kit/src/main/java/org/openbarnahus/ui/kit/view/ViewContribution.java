// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.view;

import com.vaadin.flow.component.Component;
import org.openbarnahus.core.security.Session;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page and, if wanted, its place in the menu. Publish one as an OSGi service to add the page to the running application,
 * also for people who have it open; withdraw the service to take it away. A second page with the same path is left out, and
 * said so in the log.
 */
@ConsumerType
public interface ViewContribution {
    /** Address without leading slash; may hold parameters in Vaadin's form: {@code cases/:caseId}. */
    String path();

    /** Key of the title, in the menu and in the browser's tab. */
    String titleKey();

    /** A Vaadin icon, {@code vaadin:folder-open}. */
    default String icon() {
        return "vaadin:circle-thin";
    }

    /** Position in the menu, smaller first; the core's pages use hundreds. */
    default int order() {
        return 1000;
    }

    /** The page's class, one class per contribution; it needs no annotation and no public constructor. */
    Class<? extends Component> viewClass();

    /** A fresh page of {@link #viewClass()}. Called within the page's UI. */
    Component createView(ViewContext context);

    /** Whether to offer the page to somebody. Services refuse what is not allowed in any case; this only spares a dead end. */
    default boolean visibleTo(Session session) {
        return true;
    }

    /** How many things wait for this person on the page, shown beside its title in the menu; nothing is shown for 0. */
    default long waiting(Session session) {
        return 0;
    }

    /** Whether it stands in the menu; a page with path parameters should not. */
    default boolean inMenu() {
        return true;
    }

    /** Whether it is drawn inside header and menu; false gives it the whole window. */
    default boolean inLayout() {
        return true;
    }
}
