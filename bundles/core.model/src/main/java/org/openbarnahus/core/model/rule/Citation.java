// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.rule;

import java.util.Optional;

/**
 * Where a rule is written.
 *
 * @param text statute and section, as a lawyer would quote it
 * @param verified false until a national deployer has checked it against the law in force
 */
public record Citation(String text, Optional<String> url, boolean verified) {}
