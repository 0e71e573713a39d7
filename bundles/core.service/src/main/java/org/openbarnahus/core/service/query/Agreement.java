// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

/**
 * The user agreement in force in a house.
 *
 * @param language two letters
 * @param text lines; a line that begins with "- " is a commitment
 * @param hash SHA-256 of the text in hex: what is signed
 */
public record Agreement(int version, String language, String text, String hash) {}
