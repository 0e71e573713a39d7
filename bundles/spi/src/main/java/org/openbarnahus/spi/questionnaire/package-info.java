// SPDX-License-Identifier: Apache-2.0
/** Scoring of questionnaires that needs code. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.spi.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
