// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import org.openbarnahus.core.model.id.ServiceId;

/**
 * Something happened to an object; carries ids only.
 *
 * @param topic {@code case.saved}, {@code response.saved}, …
 */
public record OutboxEvent(ServiceId service, String topic, String objectId) {
    public static final String CASE_SAVED = "case.saved";
    public static final String RESPONSE_SAVED = "response.saved";
}
