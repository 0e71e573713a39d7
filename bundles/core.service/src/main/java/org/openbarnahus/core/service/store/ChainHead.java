// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import org.openbarnahus.core.model.id.ServiceId;

/**
 * Where an audit chain stands.
 *
 * @param seq number of the newest entry, 0 while there is none
 * @param hash of the newest entry, 64 zeros while there is none
 */
public record ChainHead(ServiceId chain, long seq, String hash) {}
