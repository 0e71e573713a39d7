// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

/** Which REST body a JSON Schema describes. */
public enum JsonSchemaKind {
    CASE,
    TIMELINE_ENTRY
}
