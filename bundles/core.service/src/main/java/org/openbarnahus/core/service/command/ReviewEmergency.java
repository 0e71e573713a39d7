// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.util.UUID;

/**
 * Somebody says what (s)he found when looking at an emergency access.
 *
 * @param note 3 to 500 characters, screened like all free text
 */
public record ReviewEmergency(UUID access, boolean justified, String note) {}
