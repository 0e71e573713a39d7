// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import org.osgi.annotation.versioning.ConsumerType;

/** Register one as an OSGi service to receive events after their commit, in order, at least once, on one thread. */
@ConsumerType
public interface OutboxListener {
    void happened(OutboxEvent event);
}
