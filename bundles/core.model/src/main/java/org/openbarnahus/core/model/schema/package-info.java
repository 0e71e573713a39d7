// SPDX-License-Identifier: Apache-2.0
/** What can be recorded under one composition of packs: fields, code lists, activity types and their words. */
@Version("1.0.0")
@NullMarked
package org.openbarnahus.core.model.schema;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
