// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

/** When a field must be filled in. */
public enum Requirement {
    NOW,
    BEFORE_CLOSURE,
    NO
}
