// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import org.openbarnahus.core.model.id.ServiceId;

/**
 * A house.
 *
 * @param code as in case numbers, with the country: {@code SE-LKP}
 * @param zone IANA time zone whose calendar the house lives by
 */
public record BarnahusRecord(ServiceId id, String code, String country, String name, String zone) {}
