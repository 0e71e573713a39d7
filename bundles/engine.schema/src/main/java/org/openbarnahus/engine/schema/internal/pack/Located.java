// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

/** Something a pack declares, and where. */
public record Located<T>(T value, Place place) {}
