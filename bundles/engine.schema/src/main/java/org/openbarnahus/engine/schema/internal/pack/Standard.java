// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.Optional;

/**
 * A standard of a framework. Label {@code standard.<id>}.
 *
 * @param parent standard that it details
 */
public record Standard(String id, Optional<String> parent, int order) {}
