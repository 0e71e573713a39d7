// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission;

import java.util.Optional;

/**
 * A jar in the site's folder of plugins.
 *
 * @param name of its file, without {@code .jar}
 * @param title what it calls itself, its name when it cannot be read
 * @param version what it calls its version, empty text when it cannot be read
 * @param sha256 of all its bytes, hexadecimal; empty text when it cannot be read
 * @param signer name of the key that signed it, when the site trusts that key
 * @param refusal why it may not run
 */
public record Offer(
        String name, String title, String version, String sha256, Optional<String> signer, Optional<Refusal> refusal) {}
