// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a YAML file that knows where it stands. */
public sealed interface Piece {
    Place place();

    /**
     * A text. Whether it is a number or a date is for its reader to say: YAML's own guesses are not used, so that NO is
     * Norway.
     *
     * @param plain written without quotes
     */
    record Scalar(String text, boolean plain, Place place) implements Piece {
        /** A bare {@code null}, {@code ~} or nothing. */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
        }
    }

    record Sequence(List<Piece> items, Place place) implements Piece {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys in the order of the file, each with its own place. */
    record Mapping(Map<String, Member> members, Place place) implements Piece {
        public Mapping {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    record Member(Place key, Piece value) {}

    /** The word for messages. */
    default String kind() {
        return switch (this) {
            case Scalar s -> s.isNull() ? "nothing" : "a text";
            case Sequence s -> "a list";
            case Mapping m -> "a map";
        };
    }
}
