// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

/** Why data are processed (GDPR article 5(1)(b)); stated in every audit entry. */
public enum Purpose {
    CASE_WORK,
    QUALITY,
    CHILD_PARTICIPATION,
    ADMINISTRATION,
    OVERSIGHT
}
