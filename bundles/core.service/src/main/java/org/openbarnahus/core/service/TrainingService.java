// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.Training;
import org.openbarnahus.core.service.query.TrainingState;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.osgi.annotation.versioning.ProviderType;

/** The yearly training in data protection: without it, access ends after a time of grace. Implemented by engine.access. */
@ProviderType
public interface TrainingService {
    /** What is taught and asked, in the language or the nearest there is. */
    @Requires(Permission.OWN_SESSION)
    Outcome<Training> current(Session session, Locale language);

    @Requires(Permission.OWN_SESSION)
    Outcome<TrainingState> state(Session session);

    /**
     * The test is passed when every answer is right; it may be tried again at once. Refused with TRAINING_WRONG at
     * {@code answers/<question>} for each that is not.
     *
     * @param answers letters by question
     */
    @Requires(Permission.OWN_SESSION)
    Outcome<TrainingState> answer(Session session, Locale language, Map<String, String> answers);

    /** Who of the house's people has passed when, newest first. */
    @Requires(Permission.USER_MANAGE)
    Outcome<List<TrainingRecord>> ofTheHouse(Session session);
}
