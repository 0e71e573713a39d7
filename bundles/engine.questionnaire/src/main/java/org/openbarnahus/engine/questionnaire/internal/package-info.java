// SPDX-License-Identifier: Apache-2.0
/** Asks children and caregivers, anonymously, and scores what they answer. */
@NullMarked
package org.openbarnahus.engine.questionnaire.internal;

import org.jspecify.annotations.NullMarked;
