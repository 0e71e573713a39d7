// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.spi.privacy;

/**
 * Something that may point to a person.
 *
 * @param kind what it is, a key: {@code se.personnummer}
 * @param start offset of its first character
 * @param end offset after its last
 * @param certain blocks the save; otherwise the writer is asked
 */
public record Finding(String kind, int start, int end, boolean certain) {}
