// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marker: an OSGi service of this type is a JAX-RS root resource below {@code /api/v1}, picked up and dropped at run time. It
 * reads and writes JSON as {@code tools.jackson.databind.JsonNode}, takes the caller from the request, never from a
 * parameter, and says by {@link Body} what a body may hold.
 */
@ConsumerType
public interface RestResource {}
