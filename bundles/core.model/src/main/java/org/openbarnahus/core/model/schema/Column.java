// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

/** One coded column of a field of type ROWS. */
public record Column(String name, String codeList, boolean required) {}
