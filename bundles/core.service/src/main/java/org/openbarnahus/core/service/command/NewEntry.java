// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.time.LocalDate;
import org.openbarnahus.core.model.value.FieldValues;

/** Content of a new timeline entry. */
public record NewEntry(String type, LocalDate date, FieldValues values) {}
