// SPDX-License-Identifier: Apache-2.0
/** Questionnaires as data. They ask about the house, never about what happened to the child. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.model.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
