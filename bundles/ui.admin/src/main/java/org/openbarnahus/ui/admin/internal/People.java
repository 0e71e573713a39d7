// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.service.AccessReviewService;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.AgreementService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.TrainingService;

/** The services that the page of accounts works with. */
record People(
        AccountService accounts,
        AgreementService agreements,
        TrainingService trainings,
        SessionService sessions,
        AccessReviewService reviews,
        Seconds seconds) {}
