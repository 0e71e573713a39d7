// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.Problem;

/** Plugins as the container sees them. */
interface Shelf {
    /** Every plugin, switched on or not. */
    List<Item> items();

    /**
     * Puts the plugin in, or takes it out.
     *
     * @throws SwitchFailedException when the container refuses; what ran before still runs
     */
    void put(Item item, boolean in) throws SwitchFailedException;

    /**
     * @param name feature name, {@code openbarnahus-country-se}
     * @param in whether it is switched on
     * @param parts its bundles, empty when it is off
     * @param origin of a jar of others; empty of what the distribution brings
     */
    record Item(String name, String title, String version, boolean in, List<Part> parts, Optional<Origin> origin) {
        public Item {
            parts = List.copyOf(parts);
        }

        Item(String name, String title, String version, boolean in, List<Part> parts) {
            this(name, title, version, in, parts, Optional.empty());
        }

        Optional<Problem> refusal() {
            return origin.flatMap(Origin::refusal);
        }
    }

    /**
     * Where a jar of others comes from.
     *
     * @param sha256 of its bytes, hexadecimal
     * @param refusal why it may not run, or may not be started again
     */
    record Origin(String sha256, Optional<String> signer, Optional<Problem> refusal) {}

    /**
     * One bundle of a plugin.
     *
     * @param running false when the bundle could not be resolved or started
     * @param provides what its services say of themselves, oldest first: {@code rule:se.…}
     */
    record Part(String bundle, boolean running, List<String> provides) {
        public Part {
            provides = List.copyOf(provides);
        }
    }

    /** The container refused. */
    final class SwitchFailedException extends Exception {
        private static final long serialVersionUID = 1L;
        private static final int LONGEST = 300;

        private final String words;

        SwitchFailedException(Throwable cause) {
            super(cause);
            words = words(cause);
        }

        /** Why, for a deployer: the first line of what began it. */
        String words() {
            return words;
        }

        private static String words(Throwable cause) {
            Throwable root = cause;
            for (Throwable next = root.getCause(); next != null && next != root; next = root.getCause()) {
                root = next;
            }
            String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
            String line = message.lines().findFirst().orElse("").strip();
            return line.substring(0, Math.min(LONGEST, line.length()));
        }
    }
}
