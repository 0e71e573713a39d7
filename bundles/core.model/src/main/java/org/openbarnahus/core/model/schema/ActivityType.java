// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

/**
 * A type of timeline activity. Its label is {@code activity.<code>}.
 *
 * @param standard sub-standard it gives evidence for, or empty text
 * @param common whether it is offered first when an activity is added
 */
public record ActivityType(String code, String owner, String standard, int order, boolean common) {
    public String labelKey() {
        return "activity." + code;
    }
}
