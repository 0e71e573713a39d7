// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

/** One reason to refuse a pack, with the cure: {@code fields/a.yaml:3:9: unknown type -> use one of …}. */
public record PackProblem(Place place, String problem, String cure) {
    @Override
    public String toString() {
        return place + ": " + problem + " -> " + cure;
    }
}
