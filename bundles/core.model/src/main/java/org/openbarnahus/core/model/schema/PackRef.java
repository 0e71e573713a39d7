// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

/**
 * A pack that went into a snapshot.
 *
 * @param code {@code core}, {@code se}, …
 * @param version semantic version of the pack
 * @param draft true until a named person has signed the pack off
 */
public record PackRef(String code, String version, boolean draft) {}
