// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

/** How much harm the value can do, alone or joined with others; decides storage and export. */
public enum Sensitivity {
    PLAIN,
    /** May single out a child in a small place (municipality, exact date): coarsened on export. */
    QUASI_IDENTIFIER,
    /** GDPR article 9 or 10: health, crime. */
    SPECIAL,
    /** Free text: encrypted, never exported. */
    FREE_TEXT
}
