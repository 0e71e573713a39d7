// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.view;

import com.vaadin.flow.component.Component;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.security.Session;
import org.osgi.annotation.versioning.ConsumerType;

/** Something a plugin lets staff do on a case's page, as offering a questionnaire. Publish one as an OSGi service. */
@ConsumerType
public interface CaseAction {
    /** Position among the actions, smaller first. */
    default int order() {
        return 100;
    }

    /** Whether to offer it to this person for this case. */
    default boolean availableFor(Session session, CaseFile file) {
        return true;
    }

    /** The button, with its own click listener; made anew whenever the page is drawn. */
    Component button(ViewContext context, CaseFile file);
}
