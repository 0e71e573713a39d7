// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import org.openbarnahus.core.model.id.ServiceId;
import org.osgi.annotation.versioning.ConsumerType;

/** Register one as an OSGi service to be told, on any thread, that a house has an alert more or one less that waits. */
@ConsumerType
public interface AlertListener {
    void alertsChanged(ServiceId house);
}
