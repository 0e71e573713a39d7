// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What everybody must have done before anything else, in this order; asked at the door and at every decision. A session that was
 * carried to another network waits for its owner first.
 */
@Component(service = Preconditions.class)
public final class Preconditions {
    private final AgreementBook agreements;
    private final TrainingBook trainings;

    @Activate
    public Preconditions(@Reference AgreementBook agreements, @Reference TrainingBook trainings) {
        this.agreements = agreements;
        this.trainings = trainings;
    }

    /** Reason of a denial, as {@link org.openbarnahus.core.security.Decision.Denied} knows them; empty when nothing is missing. */
    Optional<String> missing(LiveSession session) {
        if (session.whereabouts.elsewhere()) {
            return Optional.of(AccessRules.STEP_UP);
        }
        if (!agreements.signed(session)) {
            return Optional.of(AccessRules.AGREEMENT);
        }
        return trainings.valid(session) ? Optional.empty() : Optional.of(AccessRules.TRAINING);
    }
}
