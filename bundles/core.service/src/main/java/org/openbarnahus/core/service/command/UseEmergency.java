// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

/**
 * Somebody opens a case in an emergency.
 *
 * @param caseNumber as typed
 * @param reason code of {@link org.openbarnahus.core.security.EmergencyReason}
 * @param text 20 to 1,000 characters, screened like all free text
 */
public record UseEmergency(String caseNumber, String reason, String text) {}
